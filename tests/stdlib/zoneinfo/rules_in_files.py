# The rules at the end of files of zones: what is wrong with one is told.
import io
import pickle
import struct
import zoneinfo
from datetime import datetime


def zone(rule):
    header = b"TZif2" + bytes(15)
    old = header + struct.pack(">6l", 0, 0, 0, 0, 0, 0)
    new = header + struct.pack(">6l", 0, 0, 0, 0, 1, 4) + struct.pack(">lbb", 0, 0, 0) + b"UTC\0"
    return zoneinfo.ZoneInfo.from_file(io.BytesIO(old + new + b"\n" + rule.encode() + b"\n"))


for rule in [
    "AAA168", "AAA+168", "AAA-168:00", "AAA24:60", "AAA168BBB,J60/2,J300/2", "AAA4BBB168,J60/2,J300/2",
    "AAA4BBB,J60/2,J300/168", "AAA4BBB,J60/-168,J300/2", "AAA4BBB", "AAA4BBB,J0/2,J300/2", "AAA4BBB,M0.1.1/2,J3",
    "AAA4BBB,x,J3", "AAA", "4", "AAA4BBB,J366/2,J300/2", "AAA4BBB,J60", "+11", "PST8PDT", "GMT,M3.2.0/2,M11.1.0/3",
    "GMT0+11,M3.2.0/2,M11.1.0/3", "PST8PDT,M3.2.0/2", "PST8PDT,M3.2.0/2,M13.1.0/3", '"<TZ8',
]:
    try:
        zone(rule)
        print("ok", rule)
    except ValueError as error:
        print(rule, error)

always = zone("STD0DST-1,0/0,J365/25")
print([datetime(2040, month, 1, tzinfo=always).tzname() for month in (1, 6, 12)])
for make in (lambda: zoneinfo.ZoneInfo.from_file(io.BytesIO(b"TZif" + b"\0" * 40)), lambda: pickle.dumps(always)):
    try:
        make()
    except (ValueError, pickle.PicklingError) as error:
        print(error)
