"""The dossier on paper: every page of it in one document, printed as a PDF."""
