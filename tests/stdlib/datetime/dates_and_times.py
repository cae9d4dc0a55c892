# env: TZ=UTC
from datetime import *
import datetime as m
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: r = f'{type(e).__name__}: {e}'
    print(repr(r), '|', r)
td = [timedelta(), timedelta(1), timedelta(-1), timedelta(1,2,3), timedelta(hours=25, minutes=-1), timedelta(days=1.5), timedelta(seconds=0.1), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(weeks=1, milliseconds=1), timedelta.min, timedelta.max, timedelta(seconds=-1), timedelta(days=-2, seconds=5)]
for x in td:
    t(lambda: x); t(lambda: (x.days, x.seconds, x.microseconds, x.total_seconds(), bool(x))); t(lambda: -x); t(lambda: abs(x)); t(lambda: x/2); t(lambda: x//3); t(lambda: x*3); t(lambda: x*1.5); t(lambda: x/timedelta(hours=1)); t(lambda: x//timedelta(hours=1)); t(lambda: divmod(x, timedelta(hours=7))); t(lambda: x % timedelta(minutes=7)); t(hash, x)
t(timedelta, 'a'); t(timedelta, 10**10); t(lambda: timedelta(1)/0); t(lambda: timedelta(1)//0); t(lambda: timedelta(1)==5); t(lambda: timedelta(days=10**20))
ds = [date(1,1,1), date(2024,2,29), date(9999,12,31), date(2025,1,1), date(2020,12,31), date(1999,7,4)]
for d in ds:
    t(lambda: d); t(d.isocalendar); t(d.weekday); t(d.isoweekday); t(d.toordinal); t(d.ctime); t(lambda: d.timetuple()); t(lambda: d.strftime('%Y-%m-%d %a %A %b %B %j %U %W %V %G %u %w %y %% %x %c %X %H:%M:%S %f %z %Z %p %I')); t(lambda: d + timedelta(1)); t(lambda: d - timedelta(1)); t(lambda: d - date(2000,1,1)); t(hash, d); t(lambda: f'{d:%d/%m/%y} {d}'); t(lambda: d.replace(month=2, day=3))
for a in [(0,1,1),(10000,1,1),(2020,13,1),(2020,2,30),('a',1,1),(2020,),(2020,1),(2020,1,1.5)]: t(date, *a)
for s in ['2020-01-02','20200102','2020-W01-1','2020W011','2020-W01','2020W01','2020-1-2','2020-01-32','abc','','2020-W54','2020-0102','20200-01', '2020-W01-8', '2021-W53-1']: t(date.fromisoformat, s)
t(date.fromordinal, 0); t(date.fromordinal, 737000); t(date.fromordinal, 10**7); t(date.fromisocalendar, 2020, 53, 7); t(date.fromisocalendar, 2021, 53, 7); t(date.fromisocalendar, 2021, 1, 8); t(date.fromisoformat, 5)
z = timezone(timedelta(hours=5, minutes=30)); z2 = timezone(timedelta(hours=-3), 'BRT'); z3 = timezone(timedelta(seconds=-3661, microseconds=5))
for x in [timezone.utc, z, z2, z3, UTC, timezone(timedelta(0)), timezone(timedelta(0),'X'), timezone.min, timezone.max]: t(lambda: x); t(lambda: (str(x), x.utcoffset(None), x.tzname(None), x.dst(None), hash(x)))
t(timezone, timedelta(hours=24)); t(timezone, 5); t(timezone, timedelta(1), 5); t(timezone, timedelta(hours=1), 5)
ts = [time(), time(1,2), time(23,59,59,999999), time(1,2,3,4,tzinfo=z), time(12, tzinfo=UTC), time(1,2,3, fold=1)]
for x in ts:
    t(lambda: x); t(x.isoformat); t(lambda: x.isoformat('milliseconds')); t(lambda: x.isoformat('minutes')); t(lambda: x.isoformat('hours')); t(x.utcoffset); t(x.tzname); t(hash, x); t(lambda: x.strftime('%H:%M:%S.%f %z %Z %I %p %:z')); t(lambda: x.replace(hour=5)); t(bool, x)
t(time, 24); t(time, 0, 60); t(time, 1, 2, 3, 10**6); t(time, 1, fold=2); t(time, 1, tzinfo=5); t(lambda: time(1) < time(1, tzinfo=z)); t(lambda: time(1) == time(1, tzinfo=z)); t(lambda: time(1).isoformat('x'))
for s in ['01:02','01:02:03','01:02:03.123','01:02:03,123456','T01','010203','010203.5','01:02:03+05:30','01:02Z','01:02:03-00:00','25:00','1:2','01:02:03+24:00','01:02:03.1234567','','01:02:','01:02:03.','01:02:03+','0102:03','01:02:03+05:30:10.000005', '24:00']: t(time.fromisoformat, s)
dts = [datetime(1,1,1), datetime(2024,2,29,12,30,15,123456), datetime(2025,1,1,tzinfo=UTC), datetime(2025,6,1,1,2,3,tzinfo=z), datetime(2025,6,1,1,2,tzinfo=z2), datetime(9999,12,31,23,59,59,999999), datetime(2020,1,1,fold=1), datetime(2021,3,4,5,6,7,8,z3)]
for x in dts:
    t(lambda: x); t(x.isoformat); t(lambda: x.isoformat(' ', 'seconds')); t(x.date); t(x.time); t(x.timetz); t(lambda: x.timetuple()); t(lambda: x.utctimetuple()) if x.year not in (1,9999) else None; t(x.ctime); t(hash, x); t(x.tzname); t(x.utcoffset); t(lambda: x.strftime('%Y-%m-%dT%H:%M:%S.%f%z %Z|%c|%j')); t(lambda: x+timedelta(hours=1, microseconds=1)); t(lambda: x-timedelta(days=1)); t(lambda: x.replace(tzinfo=None, hour=3)); t(lambda: f'{x:%H} {x}'); t(lambda: x == datetime(2025,1,1,tzinfo=UTC)); t(lambda: x < datetime(2025,1,1)); t(lambda: x - datetime(2025,1,1,tzinfo=UTC)); t(lambda: x.astimezone(z2)) if x.tzinfo else None; t(lambda: x.timestamp()) if x.tzinfo else None
t(datetime.fromtimestamp, 0, UTC); t(datetime.fromtimestamp, 1.5, z); t(datetime.fromtimestamp, -1.5, UTC); t(datetime.fromtimestamp, 1e20, UTC); t(datetime.fromtimestamp, float('nan'), UTC); t(datetime.fromtimestamp, 1700000000.123456, UTC); t(datetime.combine, date(2020,1,2), time(3,4)); t(datetime.combine, 5, time(1)); t(datetime.now, 5); t(lambda: type(datetime.now())); t(lambda: datetime.now(UTC).tzinfo)
for s in ['2020-01-02','2020-01-02T03:04','2020-01-02 03:04:05','20200102T030405','2020-01-02T03:04:05.123+05:30','2020-01-02T03:04:05Z','2020-W01-1T05','2020W011T05','2020-01-02x03:04','2020-01-02T','2020-13-01','nope','20200102','2020-01-02T25:00', '2020-01-02T03:04:05.123456789', '2020-W01T05:00','2020W01T05']: t(datetime.fromisoformat, s)
for s, f in [('2020-01-02','%Y-%m-%d'),('02/03/21 04:05:06 PM','%d/%m/%y %I:%M:%S %p'),('2020-01-02T03:04:05.678+0530','%Y-%m-%dT%H:%M:%S.%f%z'),('Jan 5 2020','%b %d %Y'),('Monday 3 February 2020','%A %d %B %Y'),('2020 100','%Y %j'),('2020-01-02','%Y/%m/%d'),('2020-01-02x','%Y-%m-%d'),('x','%Q'),('2020','%'),('2020 10 1','%Y %W %w'),('2020 10 1','%Y %U %w'),('2020 05 3','%G %V %u'),('12:30 UTC','%H:%M %Z'),('2020-02-30','%Y-%m-%d'),('2020-01-01 +05:30','%Y-%m-%d %z'),('2020-01-01 Z','%Y-%m-%d %z'),('2020 5','%Y %V'),('Wed Jan  1 00:00:00 2020','%c'),('01/02/20','%x'),('10:20:30','%X'),('100%','%H0%%'),('  2020','%Y'), ('2020-1-1', '%Y-%m-%d'), ('2020 1', '%G %j')]: t(datetime.strptime, s, f)
t(datetime.strptime, 5, '%Y'); import time as tm; t(tm.strptime, '2020-01-02', '%Y-%m-%d'); t(tm.strptime, 'x', '%Y')
t(lambda: date(2020,1,1) == datetime(2020,1,1)); t(lambda: datetime(2020,1,1) < datetime(2020,1,1,tzinfo=UTC)); t(lambda: datetime.max+timedelta(1)); t(lambda: date.max+timedelta(1)); t(lambda: datetime(2020,1,1,25)); t(lambda: tzinfo().utcoffset(None)); t(lambda: sorted([date(2,1,1),date(1,1,1)])); t(lambda: max(dts[0], dts[1])); t(lambda: isinstance(datetime.now(), date)); t(lambda: datetime.min); t(lambda: m.MAXYEAR); t(lambda: {date(2020,1,1): 1}[date(2020,1,1)]); t(lambda: sum([timedelta(1), timedelta(2)], timedelta())); t(lambda: timedelta(1).__reduce__()); t(lambda: date(2020,1,1).__reduce__()); t(lambda: datetime(2020,1,1,tzinfo=UTC).__reduce__())
class Z(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return 'ZZ'
t(lambda: str(datetime(2020,1,1,tzinfo=Z()))); t(lambda: datetime(2020,1,1,tzinfo=UTC).astimezone(Z()).isoformat()); t(lambda: datetime(2020,1,1,tzinfo=Z()).tzname())
