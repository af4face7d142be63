import time as _time
import _calendar_text as _text
from _calendar_text import from_ordinal as _from_ordinal, is_leap as _is_leap, to_ordinal as _to_ordinal

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_EPOCH = 719163
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# A name of the module is found sooner than a builtin, and what is made here is known to be good: it needs no constructor.
_new = object.__new__
_type = type
_isinstance = isinstance


def _iso_text():
    return __import__("_datetime_iso")


def _index(value):
    if type(value) is int:
        return value
    if isinstance(value, int):
        return int(value)
    index = getattr(value, "__index__", None)
    if index is None:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return index()


def _type_name(value):
    cls = type(value)
    return "datetime." + cls.__name__ if cls in (_date_class, _time_class, datetime, timedelta) else cls.__name__


def _check_date(year, month, day):
    if not 1 <= year <= 9999:
        raise ValueError("year %d is out of range" % year)
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= (29 if month == 2 and _is_leap(year) else _LENGTHS[month]):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")


def _check_tzinfo(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(zone).__name__)


def _round_half_even(value):
    whole = int(value // 1)
    rest = value - whole
    if rest > 0.5 or (rest == 0.5 and whole % 2):
        whole += 1
    return whole


class timedelta:
    __c_name__ = "datetime.timedelta"
    # Days, seconds and microseconds, all normalised. A name that the class has too is stored sooner.
    _key = (0, 0, 0)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        # The sum is an int where every part is; the loop below names a part that does not add up.
        try:
            kind = _type(days + seconds + microseconds + milliseconds + minutes + hours + weeks)
        except TypeError:
            kind = None
        if kind is int:
            return _delta(
                cls, days + weeks * 7, seconds + minutes * 60 + hours * 3600, microseconds + milliseconds * 1000
            )
        # As CPython does: whole parts stay integers, and of what is below a microsecond only the sum is rounded, half to even.
        total = 0
        below = 0.0
        for name, value, factor in (
            ("microseconds", microseconds, 1),
            ("milliseconds", milliseconds, 1000),
            ("seconds", seconds, 1000000),
            ("minutes", minutes, 60000000),
            ("hours", hours, 3600000000),
            ("days", days, 86400000000),
            ("weeks", weeks, 604800000000),
        ):
            if _type(value) is int:
                total += value * factor
                continue
            if not isinstance(value, (int, float)):
                raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(value).__name__))
            whole = int(value)
            total += whole * factor
            if isinstance(value, float):
                micros = (value - whole) * factor
                whole = int(micros)
                total += whole
                below += micros - whole
        if below:
            whole = int(below // 1)
            total += whole
            below -= whole
            if below > 0.5 or (below == 0.5 and total % 2):
                total += 1
        return _delta(cls, 0, 0, total)

    @property
    def days(self):
        return self._key[0]

    @property
    def seconds(self):
        return self._key[1]

    @property
    def microseconds(self):
        return self._key[2]

    def total_seconds(self):
        return self._total() / 1000000

    def _total(self):
        days, seconds, micros = self._key
        return (days * 86400 + seconds) * 1000000 + micros

    def __repr__(self):
        parts = []
        for name, value in zip(("days", "seconds", "microseconds"), self._key):
            if value:
                parts.append("%s=%d" % (name, value))
        return "datetime.timedelta(%s)" % (", ".join(parts) or "0")

    def __str__(self):
        days, seconds, micros = self._key
        text = "%d:%02d:%02d" % (seconds // 3600, seconds // 60 % 60, seconds % 60)
        if days:
            text = "%d day%s, %s" % (days, "" if abs(days) == 1 else "s", text)
        if micros:
            text += ".%06d" % micros
        return text

    def __add__(self, other):
        if _isinstance(other, timedelta):
            days, seconds, micros = self._key
            d, s, u = other._key
            return _delta(timedelta, days + d, seconds + s, micros + u)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if _isinstance(other, timedelta):
            days, seconds, micros = self._key
            d, s, u = other._key
            return _delta(timedelta, days - d, seconds - s, micros - u)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return other - self
        return NotImplemented

    def __neg__(self):
        days, seconds, micros = self._key
        return _delta(timedelta, -days, -seconds, -micros)

    def __pos__(self):
        return _delta(timedelta, *self._key)

    def __abs__(self):
        return -self if self._key[0] < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            days, seconds, micros = self._key
            return _delta(timedelta, days * other, seconds * other, micros * other)
        if isinstance(other, float):
            a, b = _ratio(other)
            return _delta(timedelta, 0, 0, _divide(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._total() // other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _delta(timedelta, 0, 0, self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            if not other:
                raise ZeroDivisionError("division by zero")
            return self._total() / other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _delta(timedelta, 0, 0, _divide(self._total(), other))
        if isinstance(other, float):
            a, b = _ratio(other)
            if a == 0:
                raise ZeroDivisionError("division by zero")
            return _delta(timedelta, 0, 0, _divide(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            if not other:
                raise ZeroDivisionError("integer modulo by zero")
            return _delta(timedelta, 0, 0, self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            return self // other, self % other
        return NotImplemented

    def __eq__(self, other):
        return self._key == other._key if _isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._key < other._key if _isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._key <= other._key if _isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._key > other._key if _isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._key >= other._key if _isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._key)

    def __bool__(self):
        return self._key != (0, 0, 0)


def _ratio(value):
    if value != value:
        raise ValueError("cannot convert NaN to integer ratio")
    if value in (float("inf"), float("-inf")):
        raise OverflowError("cannot convert Infinity to integer ratio")
    denominator = 1
    while value != value // 1:
        value *= 2
        denominator *= 2
    return int(value), denominator


def _divide(a, b):
    # Rounds half to even.
    if b < 0:
        a, b = -a, -b
    whole, rest = divmod(a, b)
    rest *= 2
    if rest > b or (rest == b and whole % 2):
        whole += 1
    return whole


def _delta(cls, days, seconds, microseconds):
    if not 0 <= microseconds < 1000000:
        seconds += microseconds // 1000000
        microseconds %= 1000000
    if not 0 <= seconds < 86400:
        days += seconds // 86400
        seconds %= 86400
    if not -999999999 <= days <= 999999999:
        raise OverflowError("days=%d; must have magnitude <= 999999999" % days)
    self = _new(cls)
    self._key = (days, seconds, microseconds)
    return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: dt.dst gave inconsistent results; cannot convert")
        return dt + dst


class timezone(tzinfo):
    __c_name__ = "datetime.timezone"
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__)
        if name is not None and not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not %s" % type(name).__name__)
        if not (-1, 0, 0) < offset._key < (1, 0, 0):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %r."
                % offset
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def dst(self, dt):
        self._check(dt, "dst")
        return None

    def tzname(self, dt):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        if not self._offset:
            return "UTC"
        return "UTC" + _offset_text(self._offset, ":")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def _check(self, dt, name):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError("%s() argument must be a datetime instance or None, not %s" % (name, type(dt).__name__))

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return "datetime.timezone(%r)" % self._offset
        return "datetime.timezone(%r, %r)" % (self._offset, self._name)

    def __str__(self):
        return self.tzname(None)


timezone.utc = timezone(timedelta())
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc


def _offset_pair(delta):
    # What _calendar_text takes an offset as: seconds and microseconds, or None.
    return None if delta is None else (delta._key[0] * 86400 + delta._key[1], delta._key[2])


def _offset_text(delta, colon):
    return _text.offset_text(*_offset_pair(delta), colon)


def _checked_offset(delta, name):
    if delta is not None:
        if not isinstance(delta, timedelta):
            raise TypeError("tzinfo.%s() must return None or a timedelta, not '%s'" % (name, type(delta).__name__))
        if not (-1, 0, 0) < delta._key < (1, 0, 0):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)."
            )
    return delta


class IsoCalendarDate(tuple):
    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % (self[0], self[1], self[2])

    __str__ = __repr__


class date:
    __c_name__ = "datetime.date"
    # _key begins with the ordinal; _ymd is what it stands for, or None until somebody asks.
    _key = (0,)
    _ymd = None

    def __new__(cls, year, month, day):
        if not (_type(year) is int and _type(month) is int and _type(day) is int):
            year, month, day = _index(year), _index(month), _index(day)
        if not (0 < year < 10000 and 0 < month < 13 and 0 < day < 29):
            _check_date(year, month, day)
        self = _new(cls)
        self._key = (_to_ordinal(year, month, day),)
        self._ymd = (year, month, day)
        return self

    @classmethod
    def fromordinal(cls, n):
        if not 1 <= n <= _MAX_ORDINAL:
            raise ValueError("ordinal must be >= 1" if n < 1 else "year is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls.fromordinal(_EPOCH + int(timestamp // 86400))

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        ordinal = _iso_text().read_date(text)
        if ordinal is None:
            raise ValueError("Invalid isoformat string: %r" % text)
        return cls.fromordinal(ordinal)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls.fromordinal(_iso_text().week_to_ordinal(year, week, day))

    def _fields(self):
        ymd = self._ymd
        if ymd is None:
            ymd = self._ymd = _from_ordinal(self._key[0])
        return ymd

    @property
    def year(self):
        return (self._ymd or self._fields())[0]

    @property
    def month(self):
        return (self._ymd or self._fields())[1]

    @property
    def day(self):
        return (self._ymd or self._fields())[2]

    def replace(self, year=None, month=None, day=None):
        y, m, d = self._fields()
        return type(self)(y if year is None else year, m if month is None else month, d if day is None else day)

    def toordinal(self):
        return self._key[0]

    def weekday(self):
        return (self._key[0] + 6) % 7

    def isoweekday(self):
        return (self._key[0] + 6) % 7 + 1

    def isocalendar(self):
        y, m, d = self._fields()
        weekday = self.weekday()
        year, week = _text.iso_week(y, weekday, _text.day_of_year(y, m, d))
        return IsoCalendarDate((year, week, weekday + 1))

    def isoformat(self):
        return "%04d-%02d-%02d" % self._fields()

    __str__ = isoformat

    def __repr__(self):
        return "%s(%d, %d, %d)" % ((_type_name(self),) + self._fields())

    def ctime(self):
        return _time.asctime(self.timetuple())

    def timetuple(self):
        y, m, d = self._fields()
        return _time.struct_time((y, m, d, 0, 0, 0, self.weekday(), _text.day_of_year(y, m, d), -1))

    def strftime(self, format):
        y, m, d = self._fields()
        return _text.strftime(format, (y, m, d, 0, 0, 0, self.weekday(), _text.day_of_year(y, m, d)))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __add__(self, other):
        if _isinstance(other, timedelta):
            return self._moved(other._key[0])
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if _isinstance(other, timedelta):
            return self._moved(-other._key[0])
        if self._comparable(other):
            return _delta(timedelta, self._key[0] - other._key[0], 0, 0)
        return NotImplemented

    def _moved(self, days):
        ordinal = self._key[0] + days
        if not 1 <= ordinal <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        if _type(self) is date:
            moved = _new(date)
            moved._key = (ordinal,)
            return moved
        return type(self).fromordinal(ordinal)

    def _comparable(self, other):
        return _type(other) is date or (_isinstance(other, date) and not _isinstance(other, datetime))

    def __eq__(self, other):
        return self._key == other._key if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key < other._key if self._comparable(other) else self._refuse(other, "<")

    def __le__(self, other):
        return self._key <= other._key if self._comparable(other) else self._refuse(other, "<=")

    def __gt__(self, other):
        return self._key > other._key if self._comparable(other) else self._refuse(other, ">")

    def __ge__(self, other):
        return self._key >= other._key if self._comparable(other) else self._refuse(other, ">=")

    def _refuse(self, other, sign):
        if isinstance(other, date):
            raise TypeError("can't compare %s to %s" % (_type_name(other), _type_name(self)))
        return NotImplemented

    def __hash__(self):
        return hash(self._key)


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "seconds":
        return "%02d:%02d:%02d" % (hour, minute, second)
    if timespec == "microseconds":
        return "%02d:%02d:%02d.%06d" % (hour, minute, second, microsecond)
    if timespec == "milliseconds":
        return "%02d:%02d:%02d.%03d" % (hour, minute, second, microsecond // 1000)
    if timespec == "minutes":
        return "%02d:%02d" % (hour, minute)
    if timespec == "hours":
        return "%02d" % hour
    raise ValueError("Unknown timespec value")


class time:
    __c_name__ = "datetime.time"
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
        _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hms = (hour, minute, second, microsecond)
        self._zone = tzinfo
        self._fold = fold
        return self

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        values = _iso_text().read_time(text[1:] if text.startswith("T") else text)
        if values is None:
            raise ValueError("Invalid isoformat string: %r" % text)
        return cls(*values)

    @property
    def hour(self):
        return self._hms[0]

    @property
    def minute(self):
        return self._hms[1]

    @property
    def second(self):
        return self._hms[2]

    @property
    def microsecond(self):
        return self._hms[3]

    @property
    def tzinfo(self):
        return self._zone

    @property
    def fold(self):
        return self._fold

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        h, m, s, u = self._hms
        return type(self)(
            h if hour is None else hour,
            m if minute is None else minute,
            s if second is None else second,
            u if microsecond is None else microsecond,
            self._zone if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def utcoffset(self):
        return None if self._zone is None else _checked_offset(self._zone.utcoffset(None), "utcoffset")

    def dst(self):
        return None if self._zone is None else _checked_offset(self._zone.dst(None), "dst")

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(None)

    def isoformat(self, timespec="auto"):
        h, m, s, u = self._hms
        text = _clock_text(h, m, s, u, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset, ":")

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        h, m, s, u = self._hms
        text = "%d, %d" % (h, m)
        if s or u:
            text += ", %d" % s
        if u:
            text += ", %d" % u
        if self._zone is not None:
            text += ", tzinfo=%r" % self._zone
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_type_name(self), text)

    def strftime(self, format):
        h, m, s, u = self._hms
        offset = self.utcoffset()
        return _text.strftime(format, (1900, 1, 1, h, m, s, 0, 1), u, _offset_pair(offset), self.tzname() or "")

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def _key(self):
        h, m, s, u = self._hms
        offset = self.utcoffset()
        if offset is not None:
            seconds, micros = _offset_pair(offset)
            return (h * 3600 + m * 60 + s - seconds, u - micros)
        return (h * 3600 + m * 60 + s, u)

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._key() == other._key()

    def _order(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        a, b = self._key(), other._key()
        return -1 if a < b else int(a != b)

    def __lt__(self, other):
        return self._order(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._order(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._order(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._order(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class datetime(date):
    __c_name__ = "datetime.datetime"
    # _key: the ordinal, the second of the day, the microsecond.
    _key = (0, 0, 0)
    _ymd = None
    _zone = None
    _fold = 0

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if not (_type(year) is int and _type(month) is int and _type(day) is int):
            year, month, day = _index(year), _index(month), _index(day)
        if not (
            _type(hour) is int and _type(minute) is int and _type(second) is int and _type(microsecond) is int
        ):
            hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
        if not (0 < year < 10000 and 0 < month < 13 and 0 < day < 29):
            _check_date(year, month, day)
        if fold or not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60 and 0 <= microsecond < 1000000):
            _check_time(hour, minute, second, microsecond, fold)
        self = _new(cls)
        self._key = (_to_ordinal(year, month, day), hour * 3600 + minute * 60 + second, microsecond)
        self._ymd = (year, month, day)
        if tzinfo is not None:
            _check_tzinfo(tzinfo)
            self._zone = tzinfo
        if fold:
            self._fold = fold
        return self

    @classmethod
    def fromordinal(cls, n):
        return _datetime(cls, n, 0, 0, None, 0)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tzinfo(tz)
        if timestamp != timestamp:
            raise ValueError("cannot convert float NaN to integer")
        whole = int(timestamp // 1)
        micros = _round_half_even((timestamp - whole) * 1e6)
        if micros >= 1000000:
            whole += 1
            micros -= 1000000
        ordinal = _EPOCH + whole // 86400
        if not 1 <= ordinal <= _MAX_ORDINAL:
            raise ValueError("year %d is out of range" % (1970 + whole // 31556952))
        result = _datetime(cls, ordinal, whole % 86400, micros, tz, 0)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError("combine() argument 1 must be datetime.date, not %s" % type(date).__name__)
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not %s" % type(time).__name__)
        h, m, s, u = time._hms
        zone = time._zone if tzinfo is True else tzinfo
        return _datetime(cls, date._key[0], h * 3600 + m * 60 + s, u, zone, time._fold)

    @classmethod
    def strptime(cls, text, format):
        y, m, d, hour, minute, second, micro, offset, zone, _, _ = _text.strptime(text, format)
        tz = None
        if offset is not None:
            tz = timezone(timedelta(seconds=offset[0], microseconds=offset[1]))
            if not tz._offset:
                tz = timezone.utc
            if zone is not None:
                tz = timezone(tz._offset, zone)
        return cls(y, m, d, hour, minute, second, micro, tz)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(text) == 19 and text[4] == text[7] == "-" and text[13] == text[16] == ":":
            digits = text[:4] + text[5:7] + text[8:10] + text[11:13] + text[14:16] + text[17:]
            if digits.isdigit() and digits.isascii():
                return cls(
                    int(text[:4]), int(text[5:7]), int(text[8:10]), int(text[11:13]), int(text[14:16]), int(text[17:])
                )
        try:
            result = _iso_text().read_datetime(cls, text)
        except ValueError as error:
            if "isoformat" in str(error):
                raise
            result = error
        if result is None:
            raise ValueError("Invalid isoformat string: %r" % text)
        if isinstance(result, ValueError):
            raise result
        return result

    @property
    def hour(self):
        return self._key[1] // 3600

    @property
    def minute(self):
        return self._key[1] // 60 % 60

    @property
    def second(self):
        return self._key[1] % 60

    @property
    def microsecond(self):
        return self._key[2]

    @property
    def tzinfo(self):
        return self._zone

    @property
    def fold(self):
        return self._fold

    def date(self):
        result = _new(_date_class)
        result._key = self._key[:1]
        ymd = self._ymd
        if ymd is not None:
            result._ymd = ymd
        return result

    def time(self):
        return _time_class(self.hour, self.minute, self.second, self._key[2], fold=self._fold)

    def timetz(self):
        return _time_class(self.hour, self.minute, self.second, self._key[2], self._zone, fold=self._fold)

    def replace(
        self,
        year=None,
        month=None,
        day=None,
        hour=None,
        minute=None,
        second=None,
        microsecond=None,
        tzinfo=True,
        *,
        fold=None
    ):
        y, m, d = self._fields()
        _, t, u = self._key
        return type(self)(
            y if year is None else year,
            m if month is None else month,
            d if day is None else day,
            t // 3600 if hour is None else hour,
            t // 60 % 60 if minute is None else minute,
            t % 60 if second is None else second,
            u if microsecond is None else microsecond,
            self._zone if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def utcoffset(self):
        zone = self._zone
        if zone is None:
            return None
        if type(zone) is timezone:
            return zone._offset
        return _checked_offset(zone.utcoffset(self), "utcoffset")

    def dst(self):
        return None if self._zone is None else _checked_offset(self._zone.dst(self), "dst")

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(self)

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        elif not isinstance(tz, tzinfo):
            raise TypeError("tz argument must be an instance of tzinfo")
        if tz is self._zone:
            return self
        offset = self.utcoffset()
        utc = self if offset is None else self - offset
        return tz.fromutc(utc.replace(tzinfo=tz))

    def timestamp(self):
        ordinal, seconds, micros = self._key if self._zone is None else self._utc_key()
        return (((ordinal - _EPOCH) * 86400 + seconds) * 1000000 + micros) / 1000000

    def timetuple(self):
        y, m, d = self._fields()
        dst = self.dst()
        return _time.struct_time(
            (
                y,
                m,
                d,
                self.hour,
                self.minute,
                self.second,
                self.weekday(),
                _text.day_of_year(y, m, d),
                -1 if dst is None else int(bool(dst)),
            )
        )

    def utctimetuple(self):
        offset = self.utcoffset()
        return _time.struct_time((self if offset is None else self - offset).replace(tzinfo=None).timetuple()[:8] + (0,))

    def isoformat(self, sep="T", timespec="auto"):
        _, t, u = self._key
        y, m, d = self._ymd or self._fields()
        if sep != "T" and (not isinstance(sep, str) or len(sep) != 1):
            raise TypeError("isoformat() argument 1 must be a unicode character, not %s" % type(sep).__name__)
        if timespec == "auto":
            text = "%04d-%02d-%02d%s%02d:%02d:%02d" % (y, m, d, sep, t // 3600, t // 60 % 60, t % 60)
            if u:
                text += ".%06d" % u
        else:
            text = "%04d-%02d-%02d" % (y, m, d) + sep + _clock_text(t // 3600, t // 60 % 60, t % 60, u, timespec)
        if self._zone is None:
            return text
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset, ":")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        _, t, u = self._key
        values = list(self._fields()) + [t // 3600, t // 60 % 60]
        if t % 60 or u:
            values.append(t % 60)
        if u:
            values.append(u)
        text = ", ".join([str(value) for value in values])
        if self._zone is not None:
            text += ", tzinfo=%r" % self._zone
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_type_name(self), text)

    def ctime(self):
        return _time.asctime(self.timetuple())

    def strftime(self, format):
        y, m, d = self._ymd or self._fields()
        ordinal, t, u = self._key
        fields = (y, m, d, t // 3600, t // 60 % 60, t % 60, (ordinal + 6) % 7, _text.day_of_year(y, m, d))
        if self._zone is None:
            return _text.strftime(format, fields, u)
        return _text.strftime(format, fields, u, _offset_pair(self.utcoffset()), self.tzname() or "")

    def __add__(self, other):
        if _isinstance(other, timedelta):
            days, seconds, micros = other._key
            return _shifted(self, days, seconds, micros)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if _isinstance(other, timedelta):
            days, seconds, micros = other._key
            return _shifted(self, -days, -seconds, -micros)
        if not _isinstance(other, datetime):
            return NotImplemented
        if self._zone is other._zone:
            a, b = self._key, other._key
        else:
            self._check_awareness(other, "subtract")
            a, b = self._utc_key(), other._utc_key()
        return _delta(timedelta, a[0] - b[0], a[1] - b[1], a[2] - b[2])

    def _utc_key(self):
        offset = self.utcoffset()
        if offset is None:
            return self._key
        ordinal, seconds, micros = self._key
        d, s, u = offset._key
        micros -= u
        seconds += micros // 1000000 - s
        return (ordinal + seconds // 86400 - d, seconds % 86400, micros % 1000000)

    def _check_awareness(self, other, verb):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't %s offset-naive and offset-aware datetimes" % verb)

    def __eq__(self, other):
        if not _isinstance(other, datetime):
            return NotImplemented
        if self._zone is other._zone:
            return self._key == other._key
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._utc_key() == other._utc_key()

    def _keys(self, other, sign):
        # What to compare with what; only values without a common zone have to be brought to UTC.
        if not _isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError("can't compare %s to %s" % (_type_name(self), _type_name(other)))
            raise TypeError(
                "'%s' not supported between instances of '%s' and '%s'" % (sign, _type_name(self), _type_name(other))
            )
        if self._zone is other._zone:
            return self._key, other._key
        self._check_awareness(other, "compare")
        return self._utc_key(), other._utc_key()

    def __lt__(self, other):
        if _type(other) is datetime and self._zone is other._zone:
            return self._key < other._key
        a, b = self._keys(other, "<")
        return a < b

    def __le__(self, other):
        if _type(other) is datetime and self._zone is other._zone:
            return self._key <= other._key
        a, b = self._keys(other, "<=")
        return a <= b

    def __gt__(self, other):
        if _type(other) is datetime and self._zone is other._zone:
            return self._key > other._key
        a, b = self._keys(other, ">")
        return a > b

    def __ge__(self, other):
        if _type(other) is datetime and self._zone is other._zone:
            return self._key >= other._key
        a, b = self._keys(other, ">=")
        return a >= b

    def __hash__(self):
        return hash(self._key if self._zone is None else self._utc_key())


_date_class = date
_time_class = time


def _datetime(cls, ordinal, seconds, micros, zone, fold):
    if cls is not datetime:
        y, m, d = _from_ordinal(ordinal)
        return cls(y, m, d, seconds // 3600, seconds // 60 % 60, seconds % 60, micros, zone, fold=fold)
    self = _new(datetime)
    self._key = (ordinal, seconds, micros)
    if zone is not None:
        self._zone = zone
    if fold:
        self._fold = fold
    return self


def _shifted(at, days, seconds, micros):
    ordinal, second, micro = at._key
    micros += micro
    seconds += second
    if not 0 <= micros < 1000000:
        seconds += micros // 1000000
        micros %= 1000000
    if not 0 <= seconds < 86400:
        days += seconds // 86400
        seconds %= 86400
    ordinal += days
    if not 0 < ordinal <= _MAX_ORDINAL:
        raise OverflowError("date value out of range")
    if _type(at) is not datetime:
        return _datetime(_type(at), ordinal, seconds, micros, at._zone, 0)
    shifted = _new(datetime)
    shifted._key = (ordinal, seconds, micros)
    if at._zone is not None:
        shifted._zone = at._zone
    if not days and at._ymd is not None:
        shifted._ymd = at._ymd
    return shifted


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
