import re
line = "2024-03-01 12:30:05 INFO user42 logged in from 10.0.0.7, took 35 ms; next: retry 3 of 5\n"
text = line * (1000000 // len(line))
words = re.findall(r"\w+", text)
times = re.findall(r"(\d+):(\d+):(\d+)", text)
replaced = re.sub(r"\d+", "#", text)
either = len(re.findall(r"INFO|retry|user\d+", text))
print(len(words), len(times), len(replaced), either)
