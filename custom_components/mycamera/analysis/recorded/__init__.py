"""Recordings that wait to be analysed: the table is the queue, this works it off.

May know the worker client, the snapshots and the store of analysis; no entities, no tables.
In: pending recordings. Out: the persons found in them.
"""
