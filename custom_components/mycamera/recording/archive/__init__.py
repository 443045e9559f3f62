"""From files that ffmpeg has closed to segments of the archive, and the gaps between them.

Knows files, MP4 and clocks; no camera, no database, no entities.
In: open segments. Out: segments that are safe on disk, and the ledger of missing time.
"""
