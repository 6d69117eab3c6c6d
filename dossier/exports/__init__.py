"""The dossier for machines: JSON with its schema, CSV, and what the search box reads.  Pure."""
