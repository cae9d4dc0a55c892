# What is no number of seconds.
import asyncio
async def main():
    for delay in ("1", None, float("nan")):
        try:
            await asyncio.sleep(delay)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
            # expect: TypeError '<=' not supported between instances of 'str' and 'int'
            # expect: TypeError '<=' not supported between instances of 'NoneType' and 'int'
            # expect: ValueError Invalid delay: NaN (not a number)
asyncio.run(main())
