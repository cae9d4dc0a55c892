# Forms of import.
import asyncio, time as t
from time import sleep as pause, time
import asyncio as aio
print(aio is asyncio, callable(pause), t.time is time)  # expect: True True True
from asyncio import (
    gather,
    Queue,
)
print(gather.__name__, Queue.__name__)  # expect: gather Queue
