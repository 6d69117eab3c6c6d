"""Turns curated seeds into a site that shows who said what, and in which words."""
