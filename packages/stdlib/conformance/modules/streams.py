import binascii
import hashlib
import io

s = io.StringIO()
for i in range(20):
    s.write("line " + str(i) + "\n")
print(len(s.getvalue()), s.getvalue()[-30:])
s = io.StringIO("one\ntwo\nthree\n" + "four" * 3)
print(s.readline(), s.read(2), s.readline(), repr(s.read()))
b = io.BytesIO()
for i in range(30):
    b.write(bytes([i, i * 2]) + str(i).encode())
print(len(b.getvalue()), b.getvalue()[:12])
b.seek(3)
print(b.read(5), b.tell())
for data in (b"", b"abc", b"hello world" * 20, bytes(range(200))):
    print(hashlib.sha256(data + b"!").digest(), binascii.hexlify(data[:10] + b"z"), binascii.crc32(data))
    print(binascii.b2a_base64(data[:30]), binascii.a2b_base64(binascii.b2a_base64(data)) == data, binascii.unhexlify(binascii.hexlify(data)) == data)
h = hashlib.sha256()
for i in range(25):
    h.update(("part" + str(i)).encode())
print(binascii.hexlify(h.digest()).decode())
