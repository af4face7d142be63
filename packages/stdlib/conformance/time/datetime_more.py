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
    "datetime.strptime('February 3, 2021','%B %d, %Y')",
    "datetime.strptime('2024-02-29T13:05:09.5+0530','%Y-%m-%dT%H:%M:%S.%f%z')",
    "datetime.strptime('1/2/99','%m/%d/%y')",
    "datetime.strptime('1/2/21','%d/%m/%y')",
    "datetime.strptime('2024-060','%Y-%j')",
    "datetime.strptime('2024 09 4','%G %V %u')",
    "datetime.strptime('Mon 2024','%a %Y')",
    "datetime.strptime('2024-01-01','%d/%m/%Y')",
    "datetime.strptime('2024-01-01x','%Y-%m-%d')",
    "datetime.strptime('2023-02-29','%Y-%m-%d')",
    "datetime.strptime('12','%Q')",
    "datetime.strptime(5,'%Y')",
    "datetime.strptime('10:20','%H:%M')",
    "datetime.strptime('20240102','%Y%m%d')",
    "datetime.strptime('  5','%d')",
    "datetime.strptime('2024-01-01 UTC','%Y-%m-%d %Z')",
    "time(1,2,3)",
    "str(time(1,2,3,4))",
    "time(1,2).replace(hour=5)",
    "time(13,5).strftime('%I:%M %p')",
    "time.fromisoformat('10:20:30.123')",
    "time.fromisoformat('T1020')",
    "time.fromisoformat('1')",
    "time(1)<time(2)",
    "time(25)",
    "time(1,60)",
    "time(1,2)==time(1,2,0)",
    "time(1,tzinfo=e)",
    "time(1,tzinfo=e)==time(19,30,tzinfo=timezone.utc)",
    "bool(time(0))",
    "timezone.utc",
    "str(timezone.utc)",
    "e",
    "str(e)",
    "w",
    "str(w)",
    "timezone(timedelta(hours=24))",
    "timezone(5)",
    "e==timezone(timedelta(hours=5.5))",
    "timezone.utc.utcoffset(None)",
    "datetime(2024,1,1,tzinfo=5)",
    "datetime.max",
    "datetime.min",
    "datetime.max+timedelta(seconds=1)",
    "datetime(2024,2,30)",
    "datetime(2024,1,1,24)",
    "(x-y).total_seconds()",
    "x.weekday()",
    "x.toordinal()",
    "x.isocalendar()",
    "sorted([x,y])[0]",
    "x.fold",
    "x.replace(fold=1)",
    "datetime.fromordinal(738945)",
    "datetime.today().year>2000",
    "datetime.now(timezone.utc).tzinfo",
    "type(x+timedelta(1)).__name__",
    "x.date()==date(2024,2,29)",
    "x in {datetime(2024,2,29,13,5,9,123456):1}",
    "datetime(1,1,1)-datetime(9999,12,31)",
    "datetime(2024,1,31)+timedelta(days=30)",
):
    print(code, attempt(lambda: eval(code, names)))


class Zone(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1) + self.dst(dt)
    def dst(self, dt): return timedelta(hours=1 if 4 <= dt.month <= 9 else 0)
    def tzname(self, dt): return "CEST" if self.dst(dt) else "CET"
q = datetime(2024,6,1,12,tzinfo=Zone())
print(q.isoformat(), q.tzname(), q.astimezone(timezone.utc), datetime(2024,1,1,tzinfo=timezone.utc).astimezone(Zone()).isoformat())
class My(datetime):
    def hello(self): return "hello %d" % self.year
m = My(2024,1,1)
print(m.hello(), type(m+timedelta(1)).__name__, (m+timedelta(366)).hello(), type(My.now()).__name__, repr(m))
n = 0; cur = datetime(1999,12,31,23,59,58)
for i in range(300):
    cur += timedelta(days=13, seconds=i*977, microseconds=i*333331)
    n = (n*31 + cur.day*7 + cur.hour + cur.month*3 + cur.microsecond) % 1000003
print(cur, n)
