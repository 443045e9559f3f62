"""Persons seen live: presence, their rows and pictures, and sharper pictures once the recording has closed.

May know the worker client and its messages, the snapshots and the store of analysis; no entities, no tables.
In: what the worker says of a watch. Out: presence, appearances, and the spans that were watched.
"""
