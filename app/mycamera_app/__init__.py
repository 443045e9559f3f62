"""What runs first in the image: the worker's token, its announcement to the Supervisor, and the processes.

    options     what the user set, and where things are
    secret      the token between worker and Home Assistant, made at the first start
    supervisor  the few calls to the Supervisor's API
    children    processes that are started again when they end
    start       all of it, in order

Standard library only. Under `docker compose` there is no Supervisor, and nothing is announced.
"""
