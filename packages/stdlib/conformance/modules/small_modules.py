import codecs
import sched

print(codecs.encode("Hello", "rot13"), codecs.decode(b"\xc3\xa9", "utf-8"), codecs.encode("é", "latin-1"), codecs.BOM_UTF8)
print(codecs.encode(b"ab", "hex"), codecs.decode(b"6162", "hex"), codecs.encode(b"ab", "base64"), codecs.lookup("UTF8").name, codecs.lookup("utf-8").encode("é"))
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([byte])) for byte in "aé€😀".encode()], decoder.decode(b"", True))
print(list(codecs.iterdecode([b"\xe2", b"\x82\xac", b"x"], "utf-8")))
try:
    codecs.lookup("nope")
except LookupError as error:
    print(error)

now = [0]


def wait(seconds):
    now[0] += seconds


events = sched.scheduler(lambda: now[0], wait)


def event(name, again=0):
    print(now[0], name)
    if again:
        events.enter(5, 1, event, (name, again - 1))


events.enter(3, 2, event, ("late",))
events.enter(3, 1, event, ("early",))
dropped = events.enter(1, 1, event, ("never",))
events.enterabs(2, 1, event, kwargs={"name": "often", "again": 2})
events.cancel(dropped)
print(len(events.queue), events.empty(), events.queue[0].time, events.queue[0].kwargs)
events.run()
print(events.empty(), now[0])
