# The public names, in order, and those of the parts; policies.
import asyncio
import asyncio.unix_events

print(len(asyncio.__all__), asyncio.__all__[:3], asyncio.__all__[-2:])
# expect: 98 ('BaseEventLoop', 'Server', 'iscoroutinefunction') ('DefaultEventLoopPolicy', 'EventLoop')
parts = ('base_events', 'coroutines', 'events', 'exceptions', 'futures', 'locks', 'protocols', 'runners', 'queues', 'streams',
         'subprocess', 'tasks', 'taskgroups', 'threads', 'timeouts', 'transports', 'unix_events')
print(sum((getattr(asyncio, part).__all__ for part in parts), ()) == asyncio.__all__)  # expect: True
print([name for name in (*asyncio.__all__, *parts, '__all__', '__name__') if name not in dir(asyncio)])  # expect: []
from asyncio import *
print(Lock, TaskGroup, wait_for.__module__)  # expect: <class 'asyncio.locks.Lock'> <class 'asyncio.taskgroups.TaskGroup'> asyncio.tasks

policy = asyncio.get_event_loop_policy()
print(*type(policy).__mro__, sep='\n')
# expect: <class 'asyncio.unix_events._UnixDefaultEventLoopPolicy'>
# expect: <class 'asyncio.events.BaseDefaultEventLoopPolicy'>
# expect: <class 'asyncio.events.AbstractEventLoopPolicy'>
# expect: <class 'object'>
class Loop(asyncio.SelectorEventLoop): pass
class Policy(asyncio.DefaultEventLoopPolicy): _loop_factory = Loop
async def name(): return type(asyncio.get_running_loop()).__name__
asyncio.set_event_loop_policy(Policy())
print(asyncio.run(name()))  # expect: Loop
asyncio.set_event_loop_policy(None)
print(asyncio.run(name()))  # expect: _UnixSelectorEventLoop
for method in 'get_event_loop', 'new_event_loop', 'get_child_watcher':
    try:
        getattr(asyncio.AbstractEventLoopPolicy(), method)()
    except NotImplementedError as error:
        print(method, repr(error))
# expect: get_event_loop NotImplementedError()
# expect: new_event_loop NotImplementedError()
# expect: get_child_watcher NotImplementedError()
