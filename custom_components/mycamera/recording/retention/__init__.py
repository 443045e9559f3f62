"""Which footage goes, by which rule, and who holds deletions back.

Pure but for the deletion of files; may know the archive's storage, no database, no entities.
In: rules and facts of segments. Out: deletions, coverage, days until full.
"""
