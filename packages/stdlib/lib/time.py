from utime import *

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0

    @property
    def tm_year(self):
        return self[0]

    @property
    def tm_mon(self):
        return self[1]

    @property
    def tm_mday(self):
        return self[2]

    @property
    def tm_hour(self):
        return self[3]

    @property
    def tm_min(self):
        return self[4]

    @property
    def tm_sec(self):
        return self[5]

    @property
    def tm_wday(self):
        return self[6]

    @property
    def tm_yday(self):
        return self[7]

    @property
    def tm_isdst(self):
        return self[8]

    tm_zone = "UTC"
    tm_gmtoff = 0

    def __repr__(self):
        names = "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"
        return "time.struct_time(%s)" % ", ".join(["%s=%r" % (name, self[i]) for i, name in enumerate(names)])

    __str__ = __repr__


def time():
    return time_ns() / 1e9


monotonic_ns = time_ns


def monotonic():
    return monotonic_ns() / 1e9


perf_counter_ns = process_time_ns = thread_time_ns = monotonic_ns
perf_counter = process_time = thread_time = monotonic


def gmtime(secs=None):
    import _calendar_text as _text

    if secs is None:
        secs = time()
    if secs != secs or secs in (float("inf"), float("-inf")):
        raise ValueError("cannot convert float NaN to integer" if secs != secs else "cannot convert float infinity to integer")
    seconds = int(secs // 1)
    days, rest = divmod(seconds, 86400)
    ordinal = days + 719163
    if not 1 <= ordinal <= 3652059:
        raise OverflowError("timestamp out of range for platform time_t")
    year, month, day = _text.from_ordinal(ordinal)
    return struct_time(
        (
            year,
            month,
            day,
            rest // 3600,
            rest // 60 % 60,
            rest % 60,
            (ordinal + 6) % 7,
            _text.day_of_year(year, month, day),
            0,
        )
    )


localtime = gmtime


def _checked(t):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("illegal time tuple argument")
    return t


def mktime(t):
    import _calendar_text as _text

    year, month, day, hour, minute, second = _checked(t)[:6]
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    ordinal = _text.to_ordinal(year, month, 1) + day - 1
    return float((ordinal - 719163) * 86400 + hour * 3600 + minute * 60 + second)


def strftime(format, t=None):
    import _calendar_text as _text

    if t is None:
        t = gmtime()
    year, month, day, hour, minute, second, weekday, yday, dst = _checked(t)
    month = month or 1
    day = day or 1
    for name, value, low, high in (
        ("month", month, 1, 12),
        ("day of month", day, 1, 31),
        ("hour", hour, 0, 23),
        ("minute", minute, 0, 59),
        ("seconds", second, 0, 61),
    ):
        if not low <= value <= high:
            raise ValueError("%s out of range" % name)
    return _text.strftime(format, (year, month, day, hour, minute, second, weekday % 7, yday or 1), 0, (0, 0), "UTC")


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    import _calendar_text as _text

    year, month, day, hour, minute, second, _, offset, zone, weekday, yday = _text.strptime(string, format)
    return struct_time((year, month, day, hour, minute, second, weekday, yday, 0 if zone else -1))


def asctime(t=None):
    import _calendar_text as _text

    if t is None:
        t = gmtime()
    year, month, day, hour, minute, second, weekday = _checked(t)[:7]
    return "%s %s %2d %02d:%02d:%02d %d" % (
        _text.DAYS[weekday][:3],
        _text.MONTHS[month - 1][:3],
        day,
        hour,
        minute,
        second,
        year,
    )


def ctime(secs=None):
    return asctime(gmtime(secs))


def tzset():
    pass


def get_clock_info(name):
    from types import SimpleNamespace

    if name not in ("monotonic", "perf_counter", "process_time", "thread_time", "time"):
        raise ValueError("unknown clock")
    return SimpleNamespace(
        adjustable=name == "time", implementation="sandbox", monotonic=name != "time", resolution=0.001
    )
