"""Cameras that tell of themselves by ONVIF: found in the network, asked for what they are and for their streams.

Spoken by the libraries of Home Assistant's own integration ONVIF, in the versions that it asks for.
Knows of the house what a form's errors are and how an RTSP address is read; what enters is a login, what leaves are
streams for the camera's form.
"""
