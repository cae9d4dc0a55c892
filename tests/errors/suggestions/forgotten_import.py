# A standard module that was not imported.
async def main():
    await asyncio.sleep(1)
sys.exit()
