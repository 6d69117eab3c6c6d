"""What readers see: view models for every page, and the templates that print them.  Pure."""
