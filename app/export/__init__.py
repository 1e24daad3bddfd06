"""What somebody takes home of a run: a program, a notebook, tables. Nothing here imports the web."""
