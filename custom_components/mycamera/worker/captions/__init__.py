"""Describing pictures: the captioner and where its models come from.

Knows the worker's messages and failures; no detector, no video.
In: pictures. Out: captions in English and Chinese.
"""
