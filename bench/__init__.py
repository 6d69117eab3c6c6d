"""What the search is measured with; each module says how to run it."""
