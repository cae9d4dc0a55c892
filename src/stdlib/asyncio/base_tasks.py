"""Where tasks stand."""

import sys

__all__ = ()


def _task_get_stack(task, limit):
    """The frames of a task that waits; those of its exception if it has failed."""
    coro = task.get_coro()
    frames = []
    frame = None
    for name in ('cr_frame', 'gi_frame', 'ag_frame'):
        frame = getattr(coro, name, None)
        if frame is not None:
            break
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
        return frames
    error = task._exception
    if error is not None:
        trace = error.__traceback__
        while trace is not None and (limit is None or len(frames) < limit):
            frames.append(trace.tb_frame)
            trace = trace.tb_next
    return frames


def _task_print_stack(task, limit, file):
    from traceback import format_exception_only, format_list, StackSummary
    error = task._exception
    frames = task.get_stack(limit=limit)
    if error is not None and task.done():
        entries = []
        trace = error.__traceback__
        while trace is not None and len(entries) < len(frames):
            entries.append((trace.tb_frame, trace.tb_lineno))
            trace = trace.tb_next
    else:
        entries = [(frame, frame.f_lineno) for frame in frames]
    if not entries:
        print(f'No stack for {task!r}', file=file)
    elif error is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    # Where nothing is said, the head goes to standard output and the frames to standard error, as in the reference.
    frames_file = sys.stderr if file is None else file
    for text in format_list(StackSummary.extract(iter(entries))):
        print(text, file=frames_file, end='')
    if error is not None:
        for line in format_exception_only(error.__class__, error):
            print(line, file=file, end='')
