"""MP4 as ffmpeg writes it: reading its structure, making it plain, noticing that the stream changed.

Knows bytes and nothing else.
In: files. Out: tracks, runs of samples, sequence parameters.
"""
