"""The analysis process: detects persons in video and describes pictures of them.

Never imports Home Assistant, and runs without it; knows nothing of the integration beside `protocol`, which both share.
In: recordings, streams and pictures, asked for over a WebSocket. Out: appearances, presence, captions, pictures.
"""
