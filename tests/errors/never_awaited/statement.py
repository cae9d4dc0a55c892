# A coroutine as a statement is dropped at once.
async def main():
    print("never")
main()
print("after")
