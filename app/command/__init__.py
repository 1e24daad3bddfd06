"""The experiments at the command line: race, trial and sweep, as tables or as JSON."""
