"""The object graph of one hub entry: cameras, database, storage, worker, analysis, captions, retention, tasks.

The only room that knows all the others below it; entities and the web know it, it knows neither.
In: the entry's settings. Out: what entities, actions and the panel show and do.
"""
