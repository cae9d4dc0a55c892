# run gets the result of a plain function.
import asyncio
def main():
    print("plain")  # expect: plain
asyncio.run(main())
