"""Writes that outlive an outage: kept in a local journal, replayed in order, applied exactly once.

May know the questions, the link and the rows; nothing outside the database.
In: writes as values. Out: the same writes, in the database.
"""
