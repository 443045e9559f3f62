"""RTSP to segment files: one ffmpeg per camera, stream copy, nothing lost and nothing invented.

Pure asyncio. Knows files, clocks and ffmpeg; imports neither Home Assistant nor the database or the worker.
In: a source and a storage root. Out: segments, gaps and the recorder's status. Start with `recorder.CameraRecorder`;
`archive/finalize` has the way of a segment from open file to archive.
"""
