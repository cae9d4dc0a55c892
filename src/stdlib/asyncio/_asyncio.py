"""What the reference has in a module of C: the native parts of asyncio, by their names there."""

from asyncio import (Future, Task, _get_running_loop, _set_running_loop, _swap_current_task, all_tasks, current_task,
                     get_event_loop, get_running_loop)
from asyncio.tasks import (_enter_task, _leave_task, _register_eager_task, _register_task, _unregister_eager_task,
                           _unregister_task)
