"""The client of the worker: greeting, connection, clock, where recordings are, and the managed worker's process.

May know the worker's messages (`worker/protocol`) and rows of recordings; nothing else of the integration.
In: settings, jobs and watches. Out: results, and the worker's own messages to whoever subscribed to their kind.
"""
