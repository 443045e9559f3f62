"""A real Home Assistant, a demo camera and MyCamera set up between them: for scripts/develop and tests/e2e."""
