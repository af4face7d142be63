from datetime import timedelta


def attempt(f):
    try:
        return repr(f())
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


a = timedelta(days=3, hours=5)
b = timedelta(hours=7, microseconds=5)
names = dict(globals())
for code in (
    "timedelta(1,2,3)",
    "str(timedelta(1,2,3))",
    "timedelta(hours=25)",
    "timedelta(-1)",
    "str(timedelta(microseconds=-1))",
    "timedelta(days=1.5)",
    "timedelta(hours=0.1)",
    "timedelta(seconds=1e-6*2.5)",
    "timedelta(weeks=-0.5, minutes=1.25)",
    "a+b",
    "a-b",
    "b-a",
    "-a",
    "abs(-a)",
    "a*2",
    "2*a",
    "a*1.5",
    "a/2",
    "a/b",
    "a//b",
    "a%b",
    "divmod(a,b)",
    "a//3",
    "a/2.5",
    "a==b",
    "a<b",
    "a!=b",
    "a>=b",
    "bool(a)",
    "bool(timedelta())",
    "a.total_seconds()",
    "hash(a)==hash(timedelta(3,5*3600))",
    "a/0",
    "a//0",
    "timedelta('x')",
    "a/timedelta()",
    "timedelta.max",
    "timedelta.min",
    "timedelta.resolution",
):
    print(code, attempt(lambda: eval(code, names)))
