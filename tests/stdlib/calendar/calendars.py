"""Calendars as text and HTML, and what they are made of."""
import calendar

print(calendar.month(2024, 2), calendar.calendar(2023, m=4), sep="")
print(calendar.TextCalendar(6).formatmonth(2025, 5, w=4, l=2))
print(calendar.HTMLCalendar().formatmonth(2024, 2))
page = calendar.HTMLCalendar(3).formatyearpage(2024, width=2, css=None)
print(len(page), page[:300])
print(calendar.monthrange(2024, 2), calendar.monthcalendar(2021, 2), calendar.weekday(2000, 1, 1), calendar.weekday(20000, 1, 1))
print(calendar.isleap(1900), calendar.leapdays(1900, 2001), calendar.timegm((2024, 2, 29, 12, 30, 15)))
print(list(calendar.month_name), calendar.day_abbr[1:3], len(calendar.day_name), calendar.weekheader(3))
c = calendar.Calendar(firstweekday=6)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2))[:8], list(c.itermonthdays2(2024, 12))[-3:])
print(list(c.itermonthdays3(2024, 1))[:2], list(c.itermonthdays4(2024, 12))[-1], next(c.itermonthdates(2024, 1)))
print(c.monthdatescalendar(2023, 2)[0][:2], len(c.yeardayscalendar(2024)), c.yeardays2calendar(2024, 4)[0][0][0][:3])
print(calendar.JANUARY, repr(calendar.Month(2)), calendar.Day.SUNDAY, calendar.MONDAY)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.weekheader(2))
for wrong in [lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(7)]:
    try:
        wrong()
    except ValueError as error:
        print(type(error).__name__, error)
calendar.main(["-w", "3", "2024", "7"])
