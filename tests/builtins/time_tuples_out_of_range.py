# Broken-down times are numbers of the system; the zone that strptime reads is told.
import time

rest = (1, 1, 0, 0, 0, 0, 1, 0)
for function in time.asctime, lambda t: time.strftime("%Y", t), time.mktime:
    for year in 2**31, 2**40, -2**31 - 1, -2**31:
        try:
            print(function((year, *rest)))
        except OverflowError as error:
            print(error)
print(time.strftime("%Y", (2**31 - 1, *rest)), time.asctime((12345, *rest)))
print(time.strptime("UTC", "%Z").tm_zone, time.strptime("+0500", "%z").tm_gmtoff, time.strptime("1990", "%Y").tm_zone)
for directive in "DTRrFh":
    try:
        time.strptime("1", "%" + directive)
    except ValueError as error:
        print(error)
