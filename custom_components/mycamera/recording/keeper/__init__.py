"""The recording keeper: a small process that holds ffmpeg while Home Assistant restarts.

ffmpeg ends with its parent, on purpose, and Home Assistant is gone for 10 to 60 s when it restarts. So between the two
stands this one, for all cameras of a hub: it starts them, reads what they say, stamps each word with the time, and
passes it on over a private socket. Whoever comes next gets what was said meanwhile, as if it had been there.

    wire      what both sides say to each other, and where they meet
    journal   what one recording said since the last checkpoint
    parameters  what a recording is asked for, and how it is told
    kept      one ffmpeg, its pipes, and how it ends
    server    the process: clients, leases, signals

Runs under an isolated interpreter and may know the standard library only, nothing of Home Assistant, and from the room
around it what makes ffmpeg's command line. The other side is `kept_process` and `keeper_line`, one room up.
In: what a recording is asked for. Out: the words of its ffmpeg in their order, and how it ended.
"""
