"""What users enter and what it means: forms, reading and checking of input, typed settings.

May know analysis, recording, database and repairs' issue names; never the hub.
In: entry data and user input. Out: frozen settings, or errors in the user's language.
"""
