# A task that is handed something that is no future.
import asyncio
class Odd:
    def __init__(self, value): self.value = value
    def __await__(self):
        try:
            yield self.value
        except RuntimeError as error:
            print(error)
            # expect: Task got bad yield: 5
            # expect: Task got bad yield: 'text'
async def main():
    await Odd(5)
    await Odd("text")
    await Odd(None)
    print("end")  # expect: end
asyncio.run(main())
