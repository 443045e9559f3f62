"""The schema revisions; one module each, applied in order."""
