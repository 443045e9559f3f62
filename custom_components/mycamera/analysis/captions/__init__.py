"""Captions on Home Assistant's side: the queue of pictures, its schedule, and who describes them.

May know the worker client, the snapshots and the database; no entities, nothing of how persons are found.
In: detections whose caption is pending. Out: captions in both languages in their rows, and a signal for each attempt.
"""
