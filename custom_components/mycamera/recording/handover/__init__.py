"""How a recording goes on when its recorder is replaced: the keeper's client, states, adoption.

Knows processes and the keeper's protocol; no database, no entities.
In: a running ffmpeg and what is known of it. Out: the same, in another recorder's hands.
"""
