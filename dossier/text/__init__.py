"""What the build knows of text: passages, quotes, dates, Arabic letters.  Pure."""
