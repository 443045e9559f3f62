"""Video: decoding what is needed, motion, planning of looks, pictures.

Knows the worker's messages and failures; no tracking.
In: files and streams. Out: pictures with their times.
"""
