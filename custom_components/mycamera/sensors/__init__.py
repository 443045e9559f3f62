"""What the sensors show: one table of values of the hub, one of a camera.

May know the hub; the platform of the sensors knows it, and nobody else.
In: the hub and what is known of a camera. Out: values and attributes, as Home Assistant's states take them.
"""
