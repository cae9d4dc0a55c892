# A coroutine that is still there at the end.
async def work():
    pass
c = work()
print("end")
