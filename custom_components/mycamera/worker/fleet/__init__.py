"""From one worker to many: jobs go through a broker (Celery on RabbitMQ or Redis) to any number of consuming processes.

May know the worker's messages, jobs and failures, and what does a job; how persons are found and described it does not.
In: the jobs of a served worker's clients. Out: their results, each once. The broker carries tickets, which say that
there is a job and where; what the job is, its pictures and its results go over HTTP between the consumer and the
process that serves Home Assistant (`dispatcher`, `handout`), and lie in no broker. Celery is imported only where a
broker is named.
"""
