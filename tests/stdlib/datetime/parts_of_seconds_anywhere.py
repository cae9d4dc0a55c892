# A part of a second may stand behind hours and minutes too; how a repeated time shows with its zone.
import datetime

for text in ("18.5", "18:37.46", "1837.46+01:00", "18.", "18:37:.5", "18+01:30.5", "18:3.5", "08:44:31:182"):
    try:
        print(datetime.time.fromisoformat(text))
    except ValueError as error:
        print(error)
# expect: 18:00:00.500000
# expect: 18:37:00.460000
# expect: 18:37:00.460000+01:00
# expect: Invalid isoformat string: '18.'
# expect: Invalid isoformat string: '18:37:.5'
# expect: 18:00:00+01:30:00.500000
# expect: Invalid isoformat string: '18:3.5'
# expect: 08:44:31.182000
print(repr(datetime.datetime(2020, 1, 1, fold=1, tzinfo=datetime.timezone.utc)))
# expect: datetime.datetime(2020, 1, 1, 0, 0, fold=1, tzinfo=datetime.timezone.utc)
print(repr(datetime.time(1, fold=1, tzinfo=datetime.timezone.utc)))
# expect: datetime.time(1, 0, tzinfo=datetime.timezone.utc, fold=1)
print([datetime.date(year, 5, 7).strftime("%C %Y") for year in (5, 695, 2024)])  # expect: ['0 5', '6 695', '20 2024']
