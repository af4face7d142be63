# UTC and fixed offsets: the sandbox has no data of time zones.
from datetime import timedelta as _timedelta, timezone as _timezone, tzinfo as _tzinfo

TZPATH = ()

# Zones without summer time that every version of the database has had: these, and Etc/GMT+12 to Etc/GMT-14.
_ZERO = ("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Etc/Zulu", "UCT", "Etc/UCT", "Universal", "Etc/Universal")
_ZERO += ("Greenwich", "Etc/Greenwich", "GMT0", "Etc/GMT0", "Etc/GMT+0")


def _hours_of(key):
    """The offset in hours, or None."""
    if key in _ZERO:
        return 0
    if key[:7] == "Etc/GMT":
        for hours in range(-12, 15):
            if key[7:] == "%+d" % -hours:
                return hours


def _name_of(key, hours):
    if hours == 0:
        return "GMT" if "GMT" in key or "Greenwich" in key else "UTC"
    return "%s%02d" % ("-" if hours < 0 else "+", abs(hours))


class ZoneInfoNotFoundError(KeyError):
    pass


_cache = {}


class ZoneInfo(_tzinfo):
    def __new__(cls, key):
        known = _cache.get(key)
        if known is None:
            known = _cache[key] = cls.no_cache(key)
        return known

    @classmethod
    def no_cache(cls, key):
        hours = _hours_of(key)
        if hours is None:
            raise ZoneInfoNotFoundError(
                "No time zone found with key %s: the sandbox has UTC and Etc/GMT+N only; use datetime.timezone(timedelta(hours=...))"
                % key
            )
        self = object.__new__(cls)
        self.key = key
        self._offset = _timedelta(hours=hours)
        self._name = _name_of(key, hours)
        return self

    @classmethod
    def clear_cache(cls, only_keys=None):
        for key in list(_cache) if only_keys is None else only_keys:
            _cache.pop(key, None)

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return _timedelta(0)

    def tzname(self, dt):
        return self._name

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        return "zoneinfo.ZoneInfo(key=%r)" % self.key

    def __str__(self):
        return self.key


def available_timezones():
    return set(_ZERO) | set("Etc/GMT%+d" % hours for hours in range(-14, 13))


def reset_tzpath(to=None):
    pass
