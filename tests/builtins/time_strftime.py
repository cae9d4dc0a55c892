# time.strftime of a given moment.
import time
moment = time.gmtime(1700000000)
print(time.strftime("%Y-%m-%d %H:%M:%S", moment))  # expect: 2023-11-14 22:13:20
print(time.strftime("%X", moment))  # expect: 22:13:20
print(time.strftime("%a %b %d %j %p %I %%", moment))  # expect: Tue Nov 14 318 PM 10 %
print(len(time.strftime("%X")))  # expect: 8
print(moment.tm_year, moment.tm_hour, moment[0], moment.tm_wday)  # expect: 2023 22 2023 1
