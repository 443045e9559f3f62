"""Captions on Home Assistant's side: the queue of pictures, its schedule, and who describes them.

May know the worker client, the snapshots and the store of analysis; no entities, no tables.
In: detections without a caption. Out: captions in both languages, written through the store.
"""
