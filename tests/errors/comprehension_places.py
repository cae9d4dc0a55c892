# What cannot be added is shown by the element, not by the whole comprehension.
import asyncio
import traceback


async def same(x): return x


def sets(): return {q for q in [[1]]}
def dicts(): return {q: 1 for q in [[1]]}
async def awaits(): return {await same(q): 1 for q in [[1]]}
async def behind(): return {q: 1 for q in [await same([1])]}


for function in sets, dicts:
    try:
        function()
    except TypeError:
        traceback.print_exc()
for function in awaits, behind:
    try:
        asyncio.run(function())
    except TypeError:
        traceback.print_exc()
