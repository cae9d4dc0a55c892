# SystemExit in main ends the program with its status.
import asyncio, sys
async def main():
    try:
        await asyncio.sleep(0)
        sys.exit(3)
    finally:
        print("finally")  # expect: finally
asyncio.run(main())
