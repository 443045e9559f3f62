"""Search in captions: words of both languages, their index, and the pages found.

May know the tables and the rows; nothing outside the database.
In: captions, and what a user types. Out: pages of detections, newest first.
"""
