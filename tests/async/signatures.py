# What the natives tell of themselves where the reference has functions written in the language.
import asyncio
import inspect

loop = asyncio.new_event_loop()
for call in (asyncio.sleep, asyncio.gather, asyncio.run, asyncio.wait_for, asyncio.current_task, asyncio.iscoroutine, asyncio.Future,
             asyncio.Task, asyncio.TimerHandle, asyncio.AbstractEventLoop, asyncio.SelectorEventLoop, loop.call_later,
             loop.run_in_executor, loop.create_datagram_endpoint, asyncio.SelectorEventLoop.call_at, asyncio.Transport.write,
             asyncio.WriteTransport.set_write_buffer_limits, asyncio.AbstractEventLoopPolicy.set_event_loop,
             asyncio.TaskGroup.__aexit__, asyncio.AbstractChildWatcher.add_child_handler, len):
    print(call.__name__, inspect.signature(call))
# expect: sleep (delay, result=None)
# expect: gather (*coros_or_futures, return_exceptions=False)
# expect: run (main, *, debug=None, loop_factory=None)
# expect: wait_for (fut, timeout)
# expect: current_task (loop=None)
# expect: iscoroutine (obj)
# expect: Future (*, loop=None)
# expect: Task (coro, *, loop=None, name=None, context=None, eager_start=False)
# expect: TimerHandle (when, callback, args, loop, context=None)
# expect: AbstractEventLoop ()
# expect: _UnixSelectorEventLoop (selector=None)
# expect: call_later (delay, callback, *args, context=None)
# expect: run_in_executor (executor, func, *args)
# expect: create_datagram_endpoint (protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None, allow_broadcast=None, sock=None)
# expect: call_at (self, when, callback, *args, context=None)
# expect: write (self, data)
# expect: set_write_buffer_limits (self, high=None, low=None)
# expect: set_event_loop (self, loop)
# expect: __aexit__ (self, et, exc, tb)
# expect: add_child_handler (self, pid, callback, *args)
# expect: len (obj, /)
print([inspect.iscoroutinefunction(call) for call in (asyncio.sleep, loop.create_server, asyncio.BaseEventLoop.sock_recv,
                                                      asyncio.gather, loop.call_soon, loop.shutdown_asyncgens)])
# expect: [True, True, True, False, False, True]
print([asyncio.iscoroutinefunction(call) for call in (asyncio.sleep, loop.create_server, loop.stop)])  # expect: [True, True, False]
for call in asyncio.sleep, asyncio.run, asyncio.current_task, asyncio.new_event_loop, asyncio.isfuture, asyncio.iscoroutine:
    print(call.__module__, str(call).split(" at ")[0])
# expect: asyncio.tasks <function sleep
# expect: asyncio.runners <function run
# expect: _asyncio <built-in function current_task>
# expect: asyncio.events <function new_event_loop
# expect: asyncio.base_futures <function isfuture
# expect: asyncio.coroutines <function iscoroutine
print(loop.stop)  # expect: <bound method BaseEventLoop.stop of <_UnixSelectorEventLoop running=False closed=False debug=False>>
print([each.__name__ for each in asyncio.IncompleteReadError.__mro__])
# expect: ['IncompleteReadError', 'EOFError', 'Exception', 'BaseException', 'object']
loop.close()
