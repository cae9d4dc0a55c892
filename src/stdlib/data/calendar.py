"""Calendars as text and as HTML, and what they are made of."""
import datetime
import sys
from enum import IntEnum, global_enum

__all__ = [
    "IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday",
    "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr",
    "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar",
    "weekheader", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST",
    "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY",
    "SATURDAY", "SUNDAY",
]

error = ValueError


class IllegalMonthError(ValueError):
    """A month that there is not."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    """A day of the week that there is not."""

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


@global_enum
class Month(IntEnum):
    JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = range(1, 13)


@global_enum
class Day(IntEnum):
    MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def __getattr__(name):
    if name not in ("January", "February"):
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    import warnings
    warnings.warn(f"The '{name}' attribute is deprecated, use '{name.upper()}' instead", DeprecationWarning, 2)
    return 1 if name == "January" else 2


class _Names:
    """The names of months or days, as `strftime` has them."""

    def __init__(self, dates, format):
        self.dates, self.format = dates, format

    def __getitem__(self, i):
        found = self.dates[i]
        if isinstance(i, slice):
            return [self._name(date) for date in found]
        return self._name(found)

    def _name(self, date):
        return date.strftime(self.format) if date else ""

    def __len__(self):
        return len(self.dates)


# The first of January 2001 was a Monday.
_DAYS = [datetime.date(2001, 1, day) for day in range(1, 8)]
_MONTHS = [None] + [datetime.date(2001, month, 1) for month in range(1, 13)]
day_name, day_abbr = _Names(_DAYS, "%A"), _Names(_DAYS, "%a")
month_name, month_abbr = _Names(_MONTHS, "%B"), _Names(_MONTHS, "%b")
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def isleap(year):
    """Whether a year has a day more."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _leap_years_before(year):
    year -= 1
    return year // 4 - year // 100 + year // 400


def leapdays(y1, y2):
    """How many leap years there are from `y1` to before `y2`."""
    return _leap_years_before(y2) - _leap_years_before(y1)


def weekday(year, month, day):
    """The day of the week of a date, Monday is 0."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        # The calendar repeats every 400 years.
        year = 2000 + year % 400
    return Day(datetime.date(year, month, day).weekday())


def _length(year, month):
    return mdays[month] + (month == 2 and isleap(year))


def monthrange(year, month):
    """The weekday of the first day of a month, and how many days it has."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _length(year, month)


def _in_weeks(days):
    return [days[start:start + 7] for start in range(0, len(days), 7)]


class Calendar:
    """The days of months in weeks, which begin with `firstweekday`."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """The days of the week from the first one on."""
        for place in range(7):
            yield (self.firstweekday + place) % 7

    def itermonthdays3(self, year, month):
        """The days of the weeks of a month, with those of others around it: year, month and day."""
        first, length = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        if before:
            other = (year - 1, 12) if month == 1 else (year, month - 1)
            last = _length(*other)
            for day in range(last - before + 1, last + 1):
                yield *other, day
        for day in range(1, length + 1):
            yield year, month, day
        after = (self.firstweekday - first - length) % 7
        other = (year + 1, 1) if month == 12 else (year, month + 1)
        for day in range(1, after + 1):
            yield *other, day

    def itermonthdays4(self, year, month):
        """The same with the day of the week."""
        for place, date in enumerate(self.itermonthdays3(year, month)):
            yield *date, (self.firstweekday + place) % 7

    def itermonthdates(self, year, month):
        """The same as dates."""
        for date in self.itermonthdays3(year, month):
            yield datetime.date(*date)

    def itermonthdays(self, year, month):
        """The days of a month, with 0 for those of others."""
        first, length = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from [0] * before
        yield from range(1, length + 1)
        yield from [0] * ((self.firstweekday - first - length) % 7)

    def itermonthdays2(self, year, month):
        """The same with the day of the week."""
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def monthdatescalendar(self, year, month):
        """The weeks of a month, lists of dates."""
        return _in_weeks(list(self.itermonthdates(year, month)))

    def monthdays2calendar(self, year, month):
        """The weeks of a month, lists of days with days of the week."""
        return _in_weeks(list(self.itermonthdays2(year, month)))

    def monthdayscalendar(self, year, month):
        """The weeks of a month, lists of days."""
        return _in_weeks(list(self.itermonthdays(year, month)))

    def _year(self, of_month, year, width):
        months = [of_month(year, month) for month in range(1, 13)]
        return [months[start:start + width] for start in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        """A year in rows of months in weeks of dates."""
        return self._year(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        """A year in rows of months in weeks of days with days of the week."""
        return self._year(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        """A year in rows of months in weeks of days."""
        return self._year(self.monthdayscalendar, year, width)


class TextCalendar(Calendar):
    """Calendars for terminals."""

    def prweek(self, theweek, width):
        """Prints a week, without the line end."""
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        """A day."""
        return ("" if day == 0 else "%2i" % day).center(width)

    def formatweek(self, theweek, width):
        """A week in a line."""
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        """The name of a day of the week, as much of it as fits."""
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        """The names of the days of the week."""
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """The name of a month."""
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Prints a month."""
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month; `w` is the width of a day, `l` the number of line ends."""
        w, end = max(2, w), "\n" * max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return "".join([line.rstrip() + end for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year; `c` is the space between months, `m` how many stand side by side."""
        w, end, c = max(2, w), "\n" * max(1, l), max(2, c)
        width = (w + 1) * 7 - 1

        def line(columns):
            return formatstring(columns, width, c).rstrip() + end

        shown = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), end]
        header = self.formatweekheader(w)
        for row, months in enumerate(self.yeardays2calendar(theyear, m)):
            numbers = range(m * row + 1, min(m * (row + 1) + 1, 13))
            shown.append(end)
            shown.append(line(self.formatmonthname(theyear, number, width, False) for number in numbers))
            shown.append(line(header for _ in numbers))
            for place in range(max(map(len, months))):
                shown.append(line(self.formatweek(weeks[place], w) if place < len(weeks) else "" for weeks in months))
        return "".join(shown)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Prints a year."""
        print(self.formatyear(theyear, w, l, c, m), end="")


_PAGE = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />
{style}<title>Calendar for {year:d}</title>
</head>
<body>
{table}</body>
</html>
"""


class HTMLCalendar(Calendar):
    """Calendars for the web; the classes of their cells are attributes."""

    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = cssclass_month = "month"
    cssclass_year_head = cssclass_year = "year"

    def formatday(self, day, weekday):
        """The cell of a day."""
        kind, shown = (self.cssclass_noday, "&nbsp;") if day == 0 else (self.cssclasses[weekday], "%d" % day)
        return f'<td class="{kind}">{shown}</td>'

    def formatweek(self, theweek):
        """The row of a week."""
        return f"<tr>{''.join([self.formatday(day, weekday) for day, weekday in theweek])}</tr>"

    def formatweekday(self, day):
        """The cell with the name of a day of the week."""
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        """The row with the names of the days of the week."""
        return f"<tr>{''.join(map(self.formatweekday, self.iterweekdays()))}</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        """The row with the name of a month."""
        name = f"{month_name[themonth]} {theyear}" if withyear else month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{name}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        """The table of a month."""
        lines = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_month}">',
                 self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader()]
        lines += map(self.formatweek, self.monthdays2calendar(theyear, themonth))
        return "\n".join([*lines, "</table>", ""])

    def formatyear(self, theyear, width=3):
        """The table of a year, made of those of its months."""
        width = max(width, 1)
        shown = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_year}">\n',
                 f'<tr><th colspan="{width:d}" class="{self.cssclass_year_head}">{theyear}</th></tr>']
        for first in range(1, 13, width):
            cells = [self.formatmonth(theyear, month, withyear=False) for month in range(first, min(first + width, 13))]
            shown.append(f"<tr>{''.join([f'<td>{cell}</td>' for cell in cells])}</tr>")
        return "".join([*shown, "</table>"])

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        """A page with a year, encoded."""
        encoding = sys.getdefaultencoding() if encoding is None else encoding
        style = "" if css is None else f'<link rel="stylesheet" type="text/css" href="{css}" />\n'
        page = _PAGE.format(encoding=encoding, style=style, year=theyear, table=self.formatyear(theyear, width))
        return page.encode(encoding, "xmlcharrefreplace")


class different_locale:
    """Another locale for the names of days and months, for a while."""

    def __init__(self, locale):
        self.locale = locale
        self.oldlocale = None

    def __enter__(self):
        import locale
        self.oldlocale = locale.setlocale(locale.LC_TIME, None)
        locale.setlocale(locale.LC_TIME, self.locale)

    def __exit__(self, *args):
        import locale
        locale.setlocale(locale.LC_TIME, self.oldlocale)


def _default_locale():
    import locale
    found = locale.setlocale(locale.LC_TIME, None)
    if found == "C":
        with different_locale(""):
            found = locale.setlocale(locale.LC_TIME, None)
    return found


class _Local:
    """What calendars with names in other languages have in common."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _default_locale() if locale is None else locale

    def formatweekday(self, *args):
        with different_locale(self.locale):
            return super().formatweekday(*args)

    def formatmonthname(self, *args, **options):
        with different_locale(self.locale):
            return super().formatmonthname(*args, **options)


class LocaleTextCalendar(_Local, TextCalendar):
    """A calendar for terminals, with names in another language."""


class LocaleHTMLCalendar(_Local, HTMLCalendar):
    """A calendar for the web, with names in another language."""


# The functions of the module are those of one calendar.
c = TextCalendar()
firstweekday = c.getfirstweekday
monthcalendar, weekheader = c.monthdayscalendar, c.formatweekheader
week, prweek = c.formatweek, c.prweek
month, prmonth = c.formatmonth, c.prmonth
calendar, prcal = c.formatyear, c.pryear


def setfirstweekday(firstweekday):
    """Sets the day that weeks begin with."""
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


_colwidth, _spacing = 20, 6


def format(cols, colwidth=_colwidth, spacing=_spacing):
    """Prints columns of text."""
    print(formatstring(cols, colwidth, spacing))


def formatstring(cols, colwidth=_colwidth, spacing=_spacing):
    """Columns of text in a line."""
    return (" " * spacing).join([column.center(colwidth) for column in cols])


EPOCH = 1970


def timegm(tuple):
    """The seconds since 1970 of a time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - datetime.date(EPOCH, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def _options():
    import argparse
    parser = argparse.ArgumentParser()
    text = parser.add_argument_group("text only arguments")
    web = parser.add_argument_group("html only arguments")
    for short, name, default, what in [("-w", "--width", 2, "width of date column (default 2)"),
                                       ("-l", "--lines", 1, "number of lines for each week (default 1)"),
                                       ("-s", "--spacing", 6, "spacing between months (default 6)"),
                                       ("-m", "--months", 3, "months per row (default 3)")]:
        text.add_argument(short, name, type=int, default=default, help=what)
    web.add_argument("-c", "--css", default="calendar.css", help="CSS to use for page")
    parser.add_argument("-L", "--locale", help="locale to use for month and weekday names")
    parser.add_argument("-e", "--encoding", help="encoding to use for output")
    parser.add_argument("-t", "--type", default="text", choices=("text", "html"), help="output type (text or html)")
    parser.add_argument("-f", "--first-weekday", type=int, default=0,
                        help="weekday (0 is Monday, 6 is Sunday) to start each week (default 0)")
    parser.add_argument("year", nargs="?", type=int, help="year number")
    parser.add_argument("month", nargs="?", type=int, help="month number (1-12, text only)")
    return parser


def main(args=None):
    """Prints a calendar as the arguments say."""
    parser = _options()
    options = parser.parse_args(args)
    if options.locale and not options.encoding:
        parser.error("if --locale is specified --encoding is required")
    web = options.type == "html"
    if web and options.month:
        parser.error("incorrect number of arguments")
    if options.locale:
        made = (LocaleHTMLCalendar if web else LocaleTextCalendar)(locale=(options.locale, options.encoding))
    else:
        made = HTMLCalendar() if web else TextCalendar()
    made.setfirstweekday(options.first_weekday)
    year = datetime.date.today().year if options.year is None else options.year
    encoding = options.encoding
    if web:
        shown = made.formatyearpage(year, encoding=encoding, css=options.css)
    elif options.month is None or options.year is None:
        shown = made.formatyear(year, w=options.width, l=options.lines, c=options.spacing, m=options.months)
    else:
        shown = made.formatmonth(year, options.month, w=options.width, l=options.lines)
    if not web and encoding:
        shown = shown.encode(encoding)
    (sys.stdout if isinstance(shown, str) else sys.stdout.buffer).write(shown)


if __name__ == "__main__":
    main()
