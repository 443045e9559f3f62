"""Cameras that tell of themselves by ONVIF: found in the network, asked for what they are and for their streams.

Spoken by the libraries of Home Assistant's own integration ONVIF, in the versions that it asks for.
May know what a form's errors are and how an RTSP address is read; nothing else of the house.
In: a login. Out: streams for the camera's form, or errors in the user's language.
"""
