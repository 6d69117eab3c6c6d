"""Commands for those who keep the project: what they make is committed."""
