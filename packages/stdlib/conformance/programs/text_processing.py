import re, string
from collections import Counter, defaultdict
text = 'It was the best of times, it was the worst of times, it was the age of wisdom,\nit was the age of foolishness... "It\'s" a \'test\' — naïve café. Email: john.doe@example.com, jane@site.org!\nCall 555-1234 or (555) 987-6543. Visit https://example.com/path?q=1&r=2#frag. Date: 2024-03-15.'
words = re.findall("\\b[a-z']+\\b", text.lower())
freq = Counter(words)
for w, c in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:6]:
    print(f"{w:>8} {c:3d} {'█' * c}")
print(re.findall('[\\w.]+@[\\w.]+\\.\\w+', text), re.findall('\\(?\\d{3}\\)?[ -]\\d{3,4}(?:-\\d{4})?', text))
m = re.search('(?P<y>\\d{4})-(?P<m>\\d\\d)-(?P<d>\\d\\d)', text)
print(m.groupdict(), m.span(), m.group('y', 'd'), m.start('m'), m[0], m)
print(re.sub('(\\w+)@(\\w+)', '\\2 at \\1', 'joe@home'), re.sub('\\d+', lambda m: str(int(m[0]) * 2), 'a1b22'), re.split('[,;\\s]+', 'a, b;c  d'), re.sub('(?i)IT', 'X', text, count=2)[:30])
print(re.compile('^\\s*(\\w+)\\s*=\\s*(.*?)\\s*$', re.M).findall('a = 1\n b=two words \nbad\n'), re.fullmatch('[A-Z]{2}\\d+', 'AB12') is not None, re.escape('a.b*c'), re.subn('a', 'b', 'banana'))
try:
    re.compile('(unclosed')
except re.error as e:
    print('re.error', e, e.pos)

def is_palindrome(s):
    s = ''.join((ch.lower() for ch in s if ch.isalnum()))
    return s == s[::-1]
print([is_palindrome(s) for s in ['A man, a plan, a canal: Panama', 'hello', '', 'Was it a car']])

def caesar(s, k):
    return ''.join((chr((ord(c) - (b := ord('A' if c.isupper() else 'a')) + k) % 26 + b) if c.isalpha() and c.isascii() else c for c in s))
print(caesar('Hello, World!', 3), caesar(caesar('Hello, World!', 3), -3))

def rle(s):
    return re.sub('(.)\\1*', lambda m: m[1] + str(len(m[0])), s)
print(rle('aaabbbccd'), ''.join((c * int(n) for c, n in re.findall('(\\w)(\\d+)', 'a3b2c1'))))
anagrams = defaultdict(list)
for w in ['listen', 'silent', 'enlist', 'google', 'gogole', 'abc']:
    anagrams[''.join(sorted(w))].append(w)
print([g for g in anagrams.values() if len(g) > 1])
print(text.title()[:40], text.split('\n')[1].strip().capitalize()[:20], len(text), len(text.encode()), text.count('it'), text.find('café'), text.upper().index('CAFÉ'), text[::-1][:10])
print('-'.join('abc'), 'abc' * 2, 'a' in 'abc', '%s' % 'x', 'abc'[1:-1], 'Hello'[-3:], 'hello world'.split('o', 1), 'a\nb'.splitlines(), '{}-{}'.format(*'ab'))
vowels = sum(map('aeiou'.count, text.lower()))
print(vowels, sum((c in string.punctuation for c in text)), max(words, key=len), sorted(set(words), key=lambda w: (-len(w), w))[:4])
roman = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]

def to_roman(n):
    out = ''
    for v, s in roman:
        out += s * (n // v)
        n %= v
    return out
print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)])

def lev(a, b):
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        cur = [i]
        for j, cb in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (ca != cb)))
        prev = cur
    return prev[-1]
print(lev('kitten', 'sitting'), lev('', 'abc'))

def lcs(a, b):
    dp = [[''] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            dp[i + 1][j + 1] = dp[i][j] + a[i] if a[i] == b[j] else max(dp[i][j + 1], dp[i + 1][j], key=len)
    return dp[-1][-1]
print(lcs('AGGTAB', 'GXTXAYB'), ''.join(dict.fromkeys('mississippi')), 'camelCaseString', re.sub('(?<!^)(?=[A-Z])', '_', 'camelCaseString').lower(), ''.join((p.capitalize() for p in 'snake_case_here'.split('_'))))
table = str.maketrans({'a': '4', 'e': '3', 'o': None})
print('leet code aeo'.translate(table), 'x'.ljust(3, '.') + '|', 'y'.rjust(3) + '|')
morse = dict(zip('abc', ['.-', '-...', '-.-.']))
print(' '.join((morse.get(c, '?') for c in 'cab!')))
csv_text = 'name,age,city\n"Smith, J",42,"New ""York"""\nBob,7,\n'
import csv, io
for row in csv.DictReader(io.StringIO(csv_text)):
    print(row)
out = io.StringIO()
w = csv.writer(out)
w.writerows([['a', 'b"c', 1.5], ['x,y', None, True]])
print(out.getvalue().replace('\r\n', '|'))
print('naïve'.encode('utf-8'), '日本'.encode(), b'\xe6\x97\xa5'.decode('utf-8'), 'é' < 'z', sorted(['éa', 'eb', 'ea', 'Z'], key=str.lower), 'ÀÉ'.lower(), 'é' == 'é', len('👍🏽'), 'İ'.lower() == 'i̇')
