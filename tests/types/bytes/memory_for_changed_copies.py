# Where memory is limited, a changed copy takes no more than itself, and what there is no room for is refused.
import os
import resource

SIZE = 100 << 20
data = bytearray(SIZE)
with open('/proc/self/statm') as file:
    taken = int(file.read().split()[0]) * os.sysconf('SC_PAGE_SIZE')
resource.setrlimit(resource.RLIMIT_AS, (taken + SIZE * 3 // 2, resource.RLIM_INFINITY))
raised = data.upper()
print(len(raised) == SIZE)    # expect: True
try:
    repr(raised)
except MemoryError as error:
    print(repr(error))        # expect: MemoryError()
