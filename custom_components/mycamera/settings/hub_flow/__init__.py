"""The steps of the hub's flow, section by section; each one goes on to the next.

May know the other settings; never the hub, but by the entry that is changed.
In: what the user enters and what announces itself. Out: the entry's data, tried before it is kept.
"""
