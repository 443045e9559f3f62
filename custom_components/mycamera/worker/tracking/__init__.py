"""Following persons from picture to picture: tracks, appearances, presence, zones.

Knows detections and the worker's messages; no streams, no files.
In: boxes with times. Out: appearances, each with its best picture and its path.
"""
