"""What people curate: strict YAML, its models, and the folder it lives in."""
