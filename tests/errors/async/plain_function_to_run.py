# run gets the result of a plain function.
import asyncio
def main():
    print("plain")
asyncio.run(main())
