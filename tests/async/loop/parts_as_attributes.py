"""The parts of asyncio are there as soon as it is imported."""
import asyncio

for name in ("base_events", "coroutines", "events", "exceptions", "futures", "locks", "log", "protocols", "queues", "runners",
             "streams", "subprocess", "taskgroups", "tasks", "threads", "timeouts", "transports"):
    print(getattr(asyncio, name).__name__)
# expect: asyncio.base_events
# expect: asyncio.coroutines
# expect: asyncio.events
# expect: asyncio.exceptions
# expect: asyncio.futures
# expect: asyncio.locks
# expect: asyncio.log
# expect: asyncio.protocols
# expect: asyncio.queues
# expect: asyncio.runners
# expect: asyncio.streams
# expect: asyncio.subprocess
# expect: asyncio.taskgroups
# expect: asyncio.tasks
# expect: asyncio.threads
# expect: asyncio.timeouts
# expect: asyncio.transports
print(asyncio.queues.Queue is asyncio.Queue, asyncio.tasks.Task is asyncio.Task)  # expect: True True
