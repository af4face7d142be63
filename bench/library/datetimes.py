from datetime import datetime, timedelta
start = datetime(2024, 1, 1)
step = timedelta(hours=7, minutes=13)
at = start
weekdays = [0] * 7
for i in range(20000):
    at += step
    weekdays[at.weekday()] += at.hour
    if at - start > timedelta(days=3000):
        break
print(at.isoformat(), weekdays, (at - start).total_seconds(), at.strftime("%Y-%m-%d"), datetime.fromisoformat("2024-02-29T10:00:00").day)
