# The zone where the program lives: read again by tzset, with hours that come twice and hours that are left out.
import os
import time
from datetime import datetime, time as clock, timedelta, timezone, tzinfo


def live_in(name):
    os.environ["TZ"] = name
    time.tzset()
    print(name, time.tzname, time.timezone, time.altzone, time.daylight, time.localtime(0)[:5])


live_in("EST+05EDT,M3.2.0,M11.1.0")
for moment in 1414906200, 1414909800, 1414913400:
    local = datetime.fromtimestamp(moment)
    print(local, local.fold, local.timestamp() == moment, local.astimezone().tzname())
gap = datetime(2014, 3, 9, 2, 30)
print(gap.astimezone(), gap.replace(fold=1).astimezone(), gap.timestamp(), gap.replace(fold=1).timestamp())
print(datetime(2014, 11, 2, 1, 30).astimezone(timezone.utc), datetime(2014, 11, 2, 1, 30, fold=1).astimezone(timezone.utc))
live_in("UTC")
live_in("Europe/Berlin")
print(datetime(2024, 7, 1, 12).astimezone().isoformat(), datetime.strptime("12 CEST", "%H %Z").hour)
live_in("XYZ-2")
try:
    datetime.strptime("12 CEST", "%H %Z")
except ValueError as error:
    print(error)


class Asked(tzinfo):
    def utcoffset(self, when):
        raise AssertionError("the same zone is not asked")


zone = Asked()
print(clock(1, tzinfo=zone) < clock(2, tzinfo=zone), clock(1, tzinfo=zone) == clock(1, tzinfo=zone))
for wrong in (lambda: timezone(timedelta(0), None), lambda: datetime(b"\x07\xcb\x03\x19\x01\x02\x03\x00\x00\x00", "zone"),
              lambda: clock(b"\x01\x02\x03\x00\x00\x00", "zone")):
    try:
        wrong()
    except TypeError as error:
        print(error)
