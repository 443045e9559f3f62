"""Home Assistant's side of analysis: the worker's connection and process, the job queues, presence and captions.

Of the integration this room knows only the worker's protocol. What it needs of the database and of storage it states as
`typing.Protocol` classes (`store.py`), which the runtime satisfies.
"""
