# A day and a moment have no difference; a zone is asked for summer time twice.
from datetime import date, datetime, timedelta, tzinfo

for pair in ((date(2024, 2, 29), datetime(2020, 1, 1)), (datetime(2020, 1, 1), date(2024, 2, 29))):
    try:
        print(pair[0] - pair[1])
    except TypeError as error:
        print(error)
# expect: unsupported operand type(s) for -: 'datetime.date' and 'datetime.datetime'
# expect: unsupported operand type(s) for -: 'datetime.datetime' and 'datetime.date'


class Zone(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=2)

    def dst(self, moment):
        print("asked for", moment.hour)
        return timedelta(hours=2)


zone = Zone()
print(zone.fromutc(datetime(2020, 1, 1, tzinfo=zone)).replace(tzinfo=None))
# expect: asked for 0
# expect: asked for 0
# expect: 2020-01-01 02:00:00
