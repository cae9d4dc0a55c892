# reference: differs (there is no profiler, and blocks of memory have no traces)
import cProfile
import profile
import pstats
import trace
import tracemalloc

for begin in (cProfile.run, profile.Profile().enable, trace.Trace().run):
    try:
        begin("1")
    except RuntimeError as error:
        print(error)
print(pstats.SortKey.TIME)
tracemalloc.start()
print(tracemalloc.is_tracing(), len(tracemalloc.get_traced_memory()), tracemalloc.take_snapshot().statistics("lineno"))
tracemalloc.stop()
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
