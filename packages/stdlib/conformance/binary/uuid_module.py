import secrets
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.urn, hash(u) == hash(uuid.UUID(u.hex)), u.version, u.variant)
print("bytes", u.bytes, u.bytes_le, u.fields, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq, u.node, u.time)
for text in ("{12345678123456781234567812345678}", "urn:uuid:12345678-1234-5678-1234-567812345678", "12345678123456781234567812345678"):
    print("parse", uuid.UUID(text) == u)
print("from", uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(int=u.int) == u, uuid.UUID(fields=u.fields) == u)
print("names", uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://python.org/"))
print("version", uuid.UUID(int=0, version=4), uuid.UUID(int=(1 << 128) - 1, version=1))
r = uuid.uuid4()
print("random", r.version, r.variant, len(str(r)), r != uuid.uuid4(), uuid.uuid1().version, uuid.uuid1() != uuid.uuid1())
print("order", uuid.UUID(int=1) < uuid.UUID(int=2), sorted([uuid.UUID(int=3), uuid.UUID(int=1)])[0].int, u == 5, int(u) == u.int)
for do in (lambda: uuid.UUID("xyz"), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int=1, version=9)):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)
print("secrets", len(secrets.token_bytes(16)), len(secrets.token_hex(8)), len(secrets.token_urlsafe(16)), secrets.token_bytes(0))
print("below", all(0 <= secrets.randbelow(10) < 10 for _ in range(50)), secrets.choice([7]), 0 <= secrets.randbits(8) < 256)
print("different", secrets.token_hex() != secrets.token_hex(), len(secrets.token_bytes()), secrets.compare_digest("a", "a"))
