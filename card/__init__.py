"""Draws the picture that is shown beside a link to the site."""
