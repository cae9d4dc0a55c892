# A coroutine that loses its name.
async def work():
    pass
c = work()
print("made")
c = None
print("dropped")
