"""What comparing yields: chains, origins, verdicts, use of sources.  Pure, and never typed in."""
