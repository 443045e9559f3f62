"""A real Home Assistant, a real RTSP camera and a real worker, driven over HTTP and WebSocket only."""
