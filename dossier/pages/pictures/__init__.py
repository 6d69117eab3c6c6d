"""Layouts of the pictures: numbers for SVG templates, computed from views alone."""
