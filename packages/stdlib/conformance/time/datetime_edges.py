# Where the short ways through datetime end: subclasses, zones that differ, the ends of the calendar, fields that are no plain integers.
from datetime import MAXYEAR, date, datetime, time, timedelta, timezone, tzinfo
from enum import IntEnum


def shown(what, function):
    try:
        print(what, function())
    except Exception as error:
        print(what, type(error).__name__, error)


class Stamp(datetime):
    pass


class Day(date):
    pass


class Month(IntEnum):
    MAY = 5


class Summer(tzinfo):
    def utcoffset(self, at):
        return timedelta(hours=2 if 3 < at.month < 10 else 1)

    def dst(self, at):
        return self.utcoffset(at) - timedelta(hours=1)

    def tzname(self, at):
        return "summer" if self.dst(at) else "winter"


zone = Summer()
east = timezone(timedelta(hours=5, minutes=30))
stamp = Stamp(2024, 2, 29, 23, 59, 59, 999999)
shown("subclass", lambda: [type(value).__name__ for value in (stamp + timedelta(1), stamp.replace(day=1), Stamp.now(), stamp.date())])
shown("subclass of date", lambda: repr(Day(2024, 2, 28) + timedelta(hours=49)))
shown("carry", lambda: stamp + timedelta(microseconds=1))
shown("borrow", lambda: datetime(2024, 3, 1) - timedelta(microseconds=1))
shown("first", lambda: datetime.min - timedelta(microseconds=1))
shown("last", lambda: datetime.max + timedelta(microseconds=1))
shown("last day", lambda: date(MAXYEAR, 12, 31) + timedelta(1))
shown("enum", lambda: (repr(datetime(2024, Month.MAY, True)), type(date(2024, Month.MAY, 1).month)))
shown("float", lambda: date(2024, 5.0, 1))
shown("string", lambda: timedelta(days="1"))
shown("mixed parts", lambda: repr(timedelta(days=True, hours=1.5, seconds=-1, microseconds=0.5)))
shown("not a part", lambda: timedelta(hours=1.5, minutes=None))
shown("not a number", lambda: timedelta(float("nan")))
shown("same day", lambda: [(datetime(2024, 2, 29, 1) + timedelta(hours=n)).day for n in (-2, -1, 22, 23)])
shown("leap", lambda: [repr(date(year, 2, 28) + timedelta(1)) for year in (1900, 2000, 2023, 2024)])
shown("centuries", lambda: [date.fromordinal(date(year, 12, 31).toordinal() + 1).isoformat() for year in (4, 99, 100, 399, 400, 1999)])
shown("every day of a leap year", lambda: len({date.fromordinal(date(2024, 1, 1).toordinal() + n).isoformat() for n in range(366)}))
shown("same zone", lambda: datetime(2024, 7, 1, tzinfo=zone) - datetime(2024, 1, 1, tzinfo=zone))
shown("other zone", lambda: datetime(2024, 7, 1, tzinfo=zone) - datetime(2024, 1, 1, tzinfo=timezone.utc))
shown("order over zones", lambda: datetime(2024, 7, 1, 5, 29, tzinfo=east) < datetime(2024, 7, 1, tzinfo=timezone.utc))
shown("equal over zones", lambda: datetime(2024, 7, 1, 5, 30, tzinfo=east) == datetime(2024, 7, 1, tzinfo=timezone.utc))
shown("hash over zones", lambda: len({datetime(2024, 7, 1, 5, 30, tzinfo=east), datetime(2024, 7, 1, tzinfo=timezone.utc)}))
shown("naive and aware", lambda: datetime(2024, 7, 1) == datetime(2024, 7, 1, tzinfo=east))
shown("naive below aware", lambda: datetime(2024, 7, 1) < datetime(2024, 7, 1, tzinfo=east))
shown("naive minus aware", lambda: datetime(2024, 7, 1) - datetime(2024, 7, 1, tzinfo=east))
shown("a date", lambda: stamp < date(2024, 1, 1))
shown("a delta", lambda: datetime(2024, 1, 1) < timedelta(1))
shown("fold", lambda: repr(datetime(2024, 10, 27, 2, fold=1) + timedelta(0)))
shown("sorted", lambda: sorted([datetime(2024, 1, 2), stamp, datetime(2024, 1, 1, 0, 0, 0, 1)])[0])
shown("hashes", lambda: len({timedelta(days=1), timedelta(hours=24), timedelta(minutes=1440), timedelta(weeks=1 / 7)}))
shown("parts of a microsecond", lambda: [timedelta(microseconds=n / 2).microseconds for n in range(8)])
shown("large fractions", lambda: repr(timedelta(weeks=-598572.75123, hours=0.1, milliseconds=0.0005)))
shown("separator", lambda: datetime(2024, 1, 1).isoformat("ab"))
shown("one format twice", lambda: [at.strftime("%a %d. %B %Y, %I:%M %p %j %%") for at in (stamp, datetime(33, 4, 3, 15))])
shown("in a format", lambda: f"{stamp:%F %T.%f}|{time(7, 5):%I:%M%p}|{date(2024, 5, 6):%e}")
shown("longest numbers", lambda: datetime.strptime("2024111", "%Y%m%d"))
shown("numbers that give way", lambda: datetime.strptime("2024130", "%Y%m%d"))
shown("a short year", lambda: datetime.strptime("10928002922", "%Y%m%d%H%M%S"))
shown("rest", lambda: datetime.strptime("2024-01-02 ", "%Y-%m-%d"))
shown("spaces", lambda: datetime.strptime("2024-1-2 \t 3", "%Y-%m-%d %H"))
shown("month 13", lambda: datetime.strptime("2024-13-01", "%Y-%m-%d"))
shown("30 February", lambda: datetime.strptime("2024-02-30", "%Y-%m-%d"))
shown("iso month", lambda: datetime.fromisoformat("2024-13-01T00:00:00"))
shown("iso sign", lambda: datetime.fromisoformat("2024-01-01T+1:00:00"))
