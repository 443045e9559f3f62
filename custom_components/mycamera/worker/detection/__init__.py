"""Finding persons in pictures: the detector in its fastest form, its thread and its queue.

Knows the worker's messages and failures; no tracking, no streams.
In: pictures. Out: boxes with scores.
"""
