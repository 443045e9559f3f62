"""Recordings that wait to be analysed: the table is the queue, this works it off.

May know the worker client, the snapshots, the captions' queue and the database; no entities.
In: pending recordings. Out: the persons found in them, as rows with pictures, and a signal for each recording.
"""
