from datetime import date, datetime, time, timedelta, timezone, tzinfo


def attempt(f):
    try:
        return repr(f())
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


x = datetime(2024, 2, 29, 13, 5, 9, 123456)
y = datetime(2024, 2, 29, 13, 5, 9)
z = datetime(2024, 2, 29, 13, 5, 9, tzinfo=timezone.utc)
e = timezone(timedelta(hours=5, minutes=30))
w = timezone(timedelta(hours=-8), "PST")
names = dict(globals())
for code in (
    "x",
    "str(x)",
    "repr(y)",
    "datetime(2024,1,1)",
    "datetime(2024,1,1,5)",
    "str(z)",
    "repr(z)",
    "x-y",
    "x-timedelta(1)",
    "y+timedelta(hours=12)",
    "x.date(),x.time()",
    "z.timetz()",
    "x.isoformat()",
    "x.isoformat(' ')",
    "x.isoformat(timespec='minutes')",
    "x.isoformat(timespec='milliseconds')",
    "x.isoformat(timespec='hours')",
    "y.isoformat(timespec='microseconds')",
    "x.isoformat(timespec='q')",
    "z.astimezone(e)",
    "str(z.astimezone(w))",
    "z.astimezone(w).tzname()",
    "z.astimezone(e).utcoffset()",
    "z==z.astimezone(e)",
    "hash(z)==hash(z.astimezone(e))",
    "z.timestamp()",
    "x.timestamp()",
    "datetime.fromtimestamp(0, timezone.utc)",
    "datetime.fromtimestamp(1e9+0.5, e)",
    "datetime.utcfromtimestamp(1234567890.123456)",
    "datetime.fromisoformat('2024-02-29')",
    "datetime.fromisoformat('2024-02-29T10:20')",
    "datetime.fromisoformat('2024-02-29 10:20:30.5')",
    "datetime.fromisoformat('2024-02-29T10:20:30Z')",
    "datetime.fromisoformat('2024-02-29T10:20:30+05:30')",
    "datetime.fromisoformat('20240229T102030')",
    "datetime.fromisoformat('2024-W09-4T10')",
    "datetime.fromisoformat('nonsense')",
    "datetime.fromisoformat('2024-13-01')",
    "datetime.fromisoformat('2024-02-29T25:00')",
    "x<y",
    "x>y",
    "x==x.replace()",
    "x<z",
    "x==z",
    "x-z",
    "x==5",
    "datetime.combine(date(2024,1,2), time(3,4,5))",
    "datetime.combine(date(2024,1,2), time(3,4,5,tzinfo=e))",
    "x.replace(year=2023)",
    "x.replace(hour=1,minute=2,second=3,microsecond=4,tzinfo=e)",
    "x.timetuple()",
    "z.utctimetuple()",
    "x.ctime()",
    "x.strftime('%Y-%m-%d %H:%M:%S.%f|%I:%M %p|%z|%Z|%c|%x|%X|%D|%F|%T|%R')",
    "z.strftime('%z %Z')",
    "z.astimezone(e).strftime('%z %Z')",
    "z.astimezone(w).strftime('%z %Z')",
    "f'{x:%H:%M}'",
    "datetime.strptime('2024-02-29 13:05:09','%Y-%m-%d %H:%M:%S')",
    "datetime.strptime('29 Feb 2024 01:05 PM','%d %b %Y %I:%M %p')",
):
    print(code, attempt(lambda: eval(code, names)))
