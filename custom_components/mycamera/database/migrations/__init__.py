"""The tables' versions: bringing a database up to date, and copying a whole one into another.

May know engines, errors and tables; nothing outside the database.
In: a database of any released version. Out: the same content in today's tables.
"""
