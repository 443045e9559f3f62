"""RTSP to segment files: one ffmpeg per camera, stream copy, nothing lost and nothing invented.

Pure asyncio. This package knows files, clocks and ffmpeg; it imports neither Home Assistant nor the database or the
worker. Start with `recorder.CameraRecorder`; `closing` has the way of a segment from open file to archive.
"""
