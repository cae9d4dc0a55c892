# reference: differs (waits for ever there)
# What each thread waits for, where, who holds it, and the circle.
import queue
import threading

first, second, both = threading.Lock(), threading.RLock(), threading.Barrier(2)


def one():
    with first:
        both.wait()
        with second: pass


def two():
    with second:
        both.wait()
        first.acquire()


def gets(): queue.Queue().get()
def waits(): threading.Event().wait()
def joins(thread): thread.join()


threads = [threading.Thread(target=one, name='one'), threading.Thread(target=two, name='two'),
           threading.Thread(target=gets, name='gets'), threading.Thread(target=waits, name='waits', daemon=True)]
threads.append(threading.Thread(target=joins, name='joins', args=threads[:1]))
for thread in threads: thread.start()
try:
    threads[1].join()
finally:
    print('ends')  # expect: ends
