"""MyCamera: RTSP cameras become a recorder that understands people."""
