"""The client of the worker: greeting, connection, clock, and the managed worker's process.

May know the worker's messages (`worker/protocol`) and nothing else of the integration.
In: settings, jobs and watches. Out: results and messages, typed.
"""
