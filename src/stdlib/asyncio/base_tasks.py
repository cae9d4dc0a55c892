"""Where tasks stand, as text."""

__all__ = ()


def _task_get_stack(task, limit):
    return task.get_stack(limit=limit)


def _task_print_stack(task, limit, file):
    task.print_stack(limit=limit, file=file)
