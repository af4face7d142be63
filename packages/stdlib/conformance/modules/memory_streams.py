import io
f = io.StringIO()
print('x', 'y', sep='\t', file=f)
f.write('z\n')
f.seek(0)
print(f.readlines(), f.tell(), repr(f.getvalue()))
with io.StringIO('l1\nl2\n\nl4') as f:
    print(f.closed, f.readable(), type(f).__name__)
    for i, l in enumerate(f):
        print(i, repr(l))
print(f.closed)
try:
    f.read()
except ValueError as e:
    print(e)
b = io.BytesIO(b'\x00\x01\x02abc')
print(b.read(2), b.read(), b.getvalue()[:1], b.seek(0), b.read(1), b.tell(), b.readline(), bytes(b.getbuffer()))
b = io.BytesIO()
print(b.write(b'abc'), b.write(bytearray(b'd')), b.getvalue())
b.writelines([b'1', b'2'])
print(b.getvalue())
f = io.StringIO('abc')
print(f.read(1), f.read(), f.read(), f.seek(0), f.read())
f.seek(0)
f.truncate(0)
f.write('new')
print(f.getvalue())
f.seek(1)
print(f.read(), f.truncate(2), f.getvalue())
f = io.StringIO('a\nb\n')
print(next(f), f.readline(), repr(f.readline()), list(f))
f.writelines(['q', 'r'])
print(f.getvalue(), isinstance(f, io.StringIO), io.StringIO(None).getvalue() == '', io.StringIO('é').read(1))

class U(io.StringIO):

    def __init__(self):
        super().__init__()
        self.n = 0

    def write(self, s):
        self.n += 1
        return super().write(s.upper())
u = U()
print('hello', file=u, end='?')
print(u.getvalue(), u.n)
import csv, json
out = io.StringIO()
w = csv.writer(out)
w.writerow([1, 'a,b'])
print(repr(out.getvalue()))
buf = io.StringIO()
json.dump({'k': 1}, buf)
buf.seek(0)
print(json.load(buf))
import contextlib
with contextlib.redirect_stdout(io.StringIO()) as o:
    print('in')
print(repr(o.getvalue()))
