"""Two tasks that run while main waits, and what they return."""
import asyncio


async def knit(rows):
    for row in range(1, rows + 1):
        await asyncio.sleep(0.2)
        print("row", row)
    return f"a scarf of {rows} rows"


async def listen(songs):
    for song in songs:
        print("now playing:", song)
        await asyncio.sleep(0.35)
    return f"{len(songs)} songs"


async def main():
    scarf = asyncio.create_task(knit(5), name="knitting")
    music = asyncio.create_task(listen(["Blue Moon", "Moonlight", "Moon River"]), name="music")
    print("the evening begins")
    print(await scarf, "to", await music)


if __name__ == "__main__":
    asyncio.run(main())
