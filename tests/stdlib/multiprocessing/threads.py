# reference: differs (what would be processes are threads here)
import multiprocessing as mp
from multiprocessing.pool import ThreadPool
from multiprocessing.dummy import Pool as TP
def square(x): return x*x
def add(a,b): return a+b
def work(q, n, v, lock):
    for i in range(n): q.put(i)
    with lock: v.value += n
def bad(): raise SystemExit(3)
if __name__ == '__main__':
    q = mp.Queue(); v = mp.Value('i', 0); lock = mp.Lock()
    ps = [mp.Process(target=work, args=(q, 3, v, lock), name=f'w{i}') for i in range(2)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(sorted(q.get() for _ in range(6)), v.value, [p.exitcode for p in ps], ps[0].name, ps[0].is_alive())
    p = mp.Process(target=bad); p.start(); p.join(); print(p.exitcode)
    with mp.Pool(2) as pool:
        print(pool.map(square, range(5)), pool.starmap(add, [(1,2),(3,4)]), pool.apply(add,(1,1)), pool.apply_async(square,(7,)).get(timeout=10))
        print(list(pool.imap(square, range(4))), sorted(pool.imap_unordered(square, range(4))))
        try: pool.map(int, ['x'])
        except ValueError as e: print(e)
    a, b = mp.Pipe(); a.send({'x': 1}); print(b.recv(), b.poll()); b.send('back'); print(a.recv())
    arr = mp.Array('i', [1,2,3]); arr[1] = 5; print(arr[:], len(arr))
    with TP(3) as pool: print(pool.map(square, [1,2]))
    with ThreadPool(2) as pool: print(pool.map(square, [3]))
    m = mp.Manager(); d = m.dict(); d['a'] = 1; l = m.list([1]); print(dict(d), list(l))
    print(mp.current_process().name, mp.cpu_count() > 0, mp.parent_process())
