"""Arabic search: how words are taken apart, what is looked through, and the index.  Pure."""
