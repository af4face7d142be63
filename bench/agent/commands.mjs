/** What an agent runs in one conversation: ten small programs that build on each other's state and end in a text, in Python that every engine here runs. */
export const commands = [
  "rows = [{'id': i, 'name': 'user' + str(i), 'score': (i * 37) % 101} for i in range(2000)]\nstr(len(rows))",
  "best = sorted(rows, key=lambda row: (row['score'], row['id']))[-5:]\nstr([row['name'] for row in best])",
  "total = 0\nfor row in rows:\n    total += row['score']\nstr(total)",
  "def mean(values):\n    return sum(values) / len(values)\nstr(mean([row['score'] for row in rows]))",
  "groups = {}\nfor row in rows:\n    groups.setdefault(row['score'] % 10, []).append(row['id'])\nstr({key: len(groups[key]) for key in sorted(groups)})",
  "names = ', '.join([row['name'] for row in rows[:20]])\nstr(len(names))",
  "evens = [row for row in rows if row['id'] % 2 == 0]\nstr(len(evens))",
  "report = []\nfor key in sorted(groups):\n    report.append(str(key) + ': ' + str(len(groups[key])))\nstr('; '.join(report))",
  "x = 0\nfor i in range(20000):\n    x = (x * 31 + i) % 1000003\nstr(x)",
  "str(mean([len(row['name']) for row in evens]))",
];
