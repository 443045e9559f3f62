"""Persons seen live: presence, their rows and pictures, and high-resolution pictures once the recording has closed.

May know the worker client and its messages, the snapshots, the captions' queue and the database; no entities.
In: what the worker says of a watch. Out: presence, persons as they come, stay and leave, and the spans watched.
"""
