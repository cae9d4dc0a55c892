# Several coroutines dropped together.
async def work(n):
    pass
works = [work(n) for n in range(3)]
works.clear()
print("end")
