"""The actions that MyCamera offers to automations and scripts.

May know the hub and what the web tells; nothing knows it but the integration's beginning, which registers the actions.
In: calls of actions, read and checked. Out: their answers, or errors in the user's language.
"""
