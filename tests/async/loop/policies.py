# Each policy keeps loops of its own; handles keep what they were given.
import asyncio
import functools
import threading
import warnings


def told(call, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            result = call(*args)
        except Exception as error:
            return print(type(error).__name__, error, len(caught))
    print(type(result).__name__, *[(str(warning.message), warning.lineno) for warning in caught])
    return result


asyncio.set_event_loop(None)
told(asyncio.get_event_loop)  # expect: RuntimeError There is no current event loop in thread 'MainThread'. 0
asyncio.set_event_loop_policy(None)
first = told(asyncio.get_event_loop)  # expect: _UnixSelectorEventLoop ('There is no current event loop', 12)
policy = asyncio.get_event_loop_policy()
print(policy.get_event_loop() is asyncio.get_event_loop() is first)  # expect: True
other = asyncio.DefaultEventLoopPolicy()
second = told(other.get_event_loop)  # expect: _UnixSelectorEventLoop ('There is no current event loop', 12)
print(second is first, asyncio.get_event_loop() is first)  # expect: False True
asyncio.set_event_loop_policy(other)
print(asyncio.get_event_loop() is second, asyncio.get_event_loop_policy() is other)  # expect: True True


def elsewhere():
    told(asyncio.get_event_loop)  # expect: RuntimeError There is no current event loop in thread 'away'. 0
    asyncio.set_event_loop(first)
    print(asyncio.get_event_loop() is first)  # expect: True


thread = threading.Thread(target=elsewhere, name='away')
thread.start()
thread.join()
print(asyncio.get_event_loop() is second)  # expect: True
asyncio.set_event_loop_policy(None)
async def main(): return asyncio.get_event_loop() is asyncio.get_running_loop()
print(asyncio.run(main()))  # expect: True
told(asyncio.get_event_loop)  # expect: RuntimeError There is no current event loop in thread 'MainThread'. 0
told(asyncio.set_event_loop, 'x')  # expect: TypeError loop must be an instance of AbstractEventLoop or None, not 'str' 0

handle = first.call_at(123, print)
print(handle.when(), str(handle)[:24])  # expect: 123 <TimerHandle when=123 pr
when = 0.1 + 0.2 + 1e-12
print(first.call_at(when, print).when() == when)  # expect: True
args = (1, 2)
print(asyncio.Handle(print, args, first)._args is args)  # expect: True
def call(self): pass
print(str(asyncio.Handle(functools.partialmethod(call), (), first)).endswith("policies.py:54>"))  # expect: True
first.close()
second.close()
