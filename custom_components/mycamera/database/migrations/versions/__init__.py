"""The revisions of the schema, one module each, applied in order; what was released is never changed.

May know SQLAlchemy and alembic, never today's tables: a revision makes what it made when it was written.
In: tables of the revision before. Out: tables of this one, with all rows.
"""
