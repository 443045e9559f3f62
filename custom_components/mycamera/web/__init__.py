"""What a browser asks: WebSocket commands, the live subscription, HTTP views, the panel, and who may.

May know the hub; platforms and actions may ask it for access and payloads.
In: authenticated requests. Out: payloads, pictures, recordings.
"""
