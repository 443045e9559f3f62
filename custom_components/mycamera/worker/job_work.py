"""What jobs ask for, done: the one place that both this process's queues and a fleet's consumers do jobs by."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from .analysis import FileAnalysis
from .cancellation import Cancellation
from .failures import DetectorChangedError
from .fetching import local_copy
from .protocol.captions import Describe, Described
from .protocol.messages import JobRequest, JobResult
from .protocol.pictures import Picture
from .protocol.recordings import Analyze, ExtractFrames
from .shared_models import SharedModels
from .video.frame_extraction import FrameExtraction
from .video.pictures import within_limits


def do_job(
    request: JobRequest, pictures: Sequence[Picture], models: SharedModels, cancellation: Cancellation
) -> tuple[JobResult, list[Picture]]:
    """Return a job's result and the pictures that belong before it; `pictures` are those that were sent with it.

    Raises:
        JobError: why it cannot be done.
    """
    match request:
        case Analyze():
            with local_copy(request.source, cancellation) as path:
                while True:
                    analysis = FileAnalysis(request, path, models.inference, cancellation, models.reidentification)
                    with contextlib.suppress(DetectorChangedError):
                        analyzed, shown = analysis.run()
                        return analyzed, within_limits(shown)
        case ExtractFrames():
            with local_copy(request.source, cancellation) as path:
                taken, shown = FrameExtraction(request, path, models.inference, cancellation).run()
                return taken, within_limits(shown)
        case Describe():
            jpegs = [(picture.id, picture.jpeg) for picture in pictures]
            captions = models.captioner.describe(jpegs, request.prompt, cancellation)
            return Described(job=request.job, captions=captions), []
