# UTC and fixed offsets: the sandbox has no data of time zones.
from datetime import timedelta as _timedelta, timezone as _timezone, tzinfo as _tzinfo

TZPATH = ()

# Zones without summer time that every version of the database has had at this offset, in hours.
_FIXED = {
    "UTC": 0,
    "Etc/UTC": 0,
    "GMT": 0,
    "Etc/GMT": 0,
    "Zulu": 0,
    "Etc/Zulu": 0,
    "UCT": 0,
    "Etc/UCT": 0,
    "Universal": 0,
    "Etc/Universal": 0,
    "Greenwich": 0,
    "Etc/Greenwich": 0,
    "GMT0": 0,
    "Etc/GMT0": 0,
}
_NAMES = {name: "GMT" if "GMT" in name or "Greenwich" in name else "UTC" for name in _FIXED}
for _hours in range(-14, 13):
    _name = "Etc/GMT%+d" % _hours
    _FIXED[_name] = -_hours
    _NAMES[_name] = "GMT" if _hours == 0 else "%s%02d" % ("-" if _hours > 0 else "+", abs(_hours))


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
        hours = _FIXED.get(key)
        if hours is None:
            raise ZoneInfoNotFoundError(
                "No time zone found with key %s: the sandbox has UTC and Etc/GMT+N only; use datetime.timezone(timedelta(hours=...))"
                % key
            )
        self = object.__new__(cls)
        self.key = key
        self._offset = _timedelta(hours=hours)
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
        return _NAMES[self.key]

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        return "zoneinfo.ZoneInfo(key=%r)" % self.key

    def __str__(self):
        return self.key


def available_timezones():
    return set(_FIXED)


def reset_tzpath(to=None):
    pass
