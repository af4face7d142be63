from datetime import date, datetime, timedelta


def attempt(f):
    try:
        return repr(f())
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


d = date(2024, 2, 29)
names = dict(globals())
for code in (
    "d",
    "str(d)",
    "d.year,d.month,d.day",
    "d+timedelta(1)",
    "d-timedelta(366)",
    "d-date(2000,1,1)",
    "d.weekday(),d.isoweekday()",
    "d.isocalendar()",
    "tuple(d.isocalendar())",
    "d.isocalendar().week",
    "d.toordinal()",
    "date.fromordinal(738945)",
    "d.replace(day=1)",
    "d.replace(year=2023)",
    "d.strftime('%Y/%m/%d %A %a %B %b %j %U %W %V %G %u %w %y %%')",
    "d.ctime()",
    "d.timetuple()",
    "date.fromisoformat('2024-03-01')",
    "date.fromisoformat('20240301')",
    "date.fromisoformat('2024-W09-5')",
    "date.fromisoformat('2024-3-1')",
    "date.fromisocalendar(2024,9,5)",
    "date(2024,13,1)",
    "date(2023,2,29)",
    "date(0,1,1)",
    "date(2024,1,'x')",
    "date(2024,1.0,1)",
    "d<date(2024,3,1)",
    "d==datetime(2024,2,29)",
    "d<datetime(2024,2,29)",
    "d==5",
    "date.min, date.max",
    "date.max+timedelta(1)",
    "date.min-timedelta(1)",
    "sorted([date(2024,5,1),date(2023,5,1),d])",
    "max(date(2024,5,1),d)",
    "{d:1}[date(2024,2,29)]",
    "f'{d:%d.%m.%Y}'",
    "f'{d}'",
    "format(d,'')",
    "isinstance(datetime.now(),date)",
    "date.fromtimestamp(86400*365)",
    "d.isoformat()",
    "date(2024,12,30).isocalendar()[:]",
    "date(2021,1,3).isocalendar()[1]",
    "len(d.timetuple())",
    "d.timetuple().tm_yday",
):
    print(code, attempt(lambda: eval(code, names)))
