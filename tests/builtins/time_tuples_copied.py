# Broken-down times keep their zone in copies and pickles; what has no place in the sequence may come by name.
import copy
import pickle
import time

moment = time.gmtime(0)
print([pickle.loads(pickle.dumps(moment, protocol)).tm_zone for protocol in range(6)], copy.deepcopy(moment).tm_gmtoff)
print(moment.__reduce__()[1])
made = time.struct_time("123456789", {"tm_zone": "here"})
print(made, made.tm_zone, made.tm_gmtoff, time.struct_time(sequence="1234567890", dict={"tm_gmtoff": 5}).tm_gmtoff)
for dict in {"tm_zone": 1}, {"tm_mon": 1}, {"other": 1}, [1]:
    try:
        time.struct_time("1234567890", dict=dict)
    except TypeError as error:
        print(error)
import io

print(io.open is open, pickle.loads(pickle.dumps(open)) is open)
