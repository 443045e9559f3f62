"""The schema, revision by revision; `migrate` applies them."""
