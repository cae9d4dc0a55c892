"""Workers that share a queue of jobs, until all is done."""
import asyncio


async def worker(name, jobs, log):
    while True:
        job, seconds = await jobs.get()
        log.append(f"{name} takes {job}")
        await asyncio.sleep(seconds)
        log.append(f"{name} has done {job}")
        jobs.task_done()


async def main():
    jobs, log = asyncio.Queue(), []
    for job, seconds in (("dishes", 0.3), ("floor", 0.2), ("windows", 0.25), ("plants", 0.1)):
        jobs.put_nowait((job, seconds))
    workers = [asyncio.create_task(worker(name, jobs, log)) for name in ("Ada", "Bob")]
    await jobs.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(*log, sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
