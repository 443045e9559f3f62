"""What is asked of the tables, by subject: recordings, persons, gaps, days, footage.

May know the tables, the rows and the search index; nothing outside the database.
In: an open transaction and filters. Out: rows and pages, plain frozen values.
"""
