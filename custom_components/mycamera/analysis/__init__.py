"""Home Assistant's side of analysis: who is seen live, who in recordings, and what is said of them.

May know the worker's protocol, the database and the recordings' folders; of cameras only the settings that it asks for
(`camera_settings.CameraSettings`), of the hub and of entities nothing.
In: recordings with a row, cameras to watch, the worker's messages. Out: presence, persons as rows and pictures, and
signals (`signals.Signal`) for whoever shows them.
"""
