"""Long work that a learner asks for: races and sweeps of many runs, kept beside the runs."""
