"""Heaps in lists: the smallest item first."""
from _heapq import (
    _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace,
)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables in order, read only as they are needed."""
    heap = []
    if reverse:
        order, pop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        order, pop, replace, direction = heapify, heappop, heapreplace, 1
    for place, iterable in enumerate(map(iter, iterables)):
        try:
            following = iterable.__next__
            value = following()
        except StopIteration:
            continue
        if key is None:
            heap.append([value, place * direction, following])
        else:
            heap.append([key(value), place * direction, value, following])
    order(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                if key is None:
                    yield entry[0]
                    entry[0] = entry[2]()
                else:
                    yield entry[2]
                    value = entry[3]()
                    entry[0] = key(value)
                    entry[2] = value
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        entry = heap[0]
        yield entry[0] if key is None else entry[2]
        yield from entry[-1].__self__


def _best(n, iterable, key, greatest):
    """The n items that come first, in order; of equal ones the earlier."""
    iterator = iter(iterable)
    step = -1 if greatest else 1
    order, replace = (heapify, heapreplace) if greatest else (_heapify_max, _heapreplace_max)
    if key is None:
        heap = [(item, place * step) for place, item in zip(range(n), iterator)]
    else:
        heap = [(key(item), place * step, item) for place, item in zip(range(n), iterator)]
    if not heap:
        return heap
    order(heap)
    worst = heap[0][0]
    place = n * step
    if key is None:
        for item in iterator:
            if worst < item if greatest else item < worst:
                replace(heap, (item, place))
                worst, _ = heap[0]
                place += step
        heap.sort(reverse=greatest)
        return [item for item, _ in heap]
    for item in iterator:
        rank = key(item)
        if worst < rank if greatest else rank < worst:
            replace(heap, (rank, place, item))
            worst, _, _ = heap[0]
            place += step
    heap.sort(reverse=greatest)
    return [item for _, _, item in heap]


def _chosen(n, iterable, key, greatest):
    if n == 1:
        missing = object()
        result = (max if greatest else min)(iter(iterable), default=missing, key=key)
        return [] if result is missing else [result]
    try:
        wants_all = len(iterable) <= n
    except (TypeError, AttributeError):
        wants_all = False
    if wants_all:
        return sorted(iterable, key=key, reverse=greatest)[:n]
    return _best(n, iterable, key, greatest)


def nsmallest(n, iterable, key=None):
    """The n smallest items, in order."""
    return _chosen(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    return _chosen(n, iterable, key, True)
