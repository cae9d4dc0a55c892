# A coroutine that loses its name.
async def work():
    pass
c = work()
print("made")  # expect: made
c = None
print("dropped")  # expect: dropped
