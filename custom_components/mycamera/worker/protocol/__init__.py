"""The messages between Home Assistant and the worker: the one folder that both sides import; it knows `msgspec` alone.

In: messages of either side, and the frames of its socket. Out: the frames, and the messages read and checked again.

One WebSocket carries everything. Text frames are control messages, JSON objects with a `type`; binary frames are
pictures, a small JSON header and a JPEG. A picture is always sent before the message that refers to it by its id.

The client opens the socket with `Authorization: Bearer TOKEN` and sends `Hello`; the worker answers `Welcome`, or
`Refused` and closes. Then, in any order: `Configure` is answered by `Configured`; every job (`Analyze`,
`ExtractFrames`, `Describe`, `TakeStill`) is answered by exactly one of `Analyzed`/`FramesExtracted`/`Described`/
`StillTaken` or `JobFailed`; `Watch` starts the live watch of one camera, whose `WatchState`, `Presence`, `InView`,
`LiveAppearance`, `Watched`, `ZonePresence` and `ZoneEvent` messages come until `Unwatch` or the socket closes. The
worker sends `Health` every few seconds. When the socket closes, the worker drops that client's jobs and watches.
"""
