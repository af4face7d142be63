"""Everything that a plugin should not do, one thing for each message."""


def loop():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


def bomb():
    hoard = []
    while True:
        hoard.append(bytearray(1_000_000))


def flood():
    while True:
        print("spam" * 1_000)


def snoop():
    found = []
    for attempt in (lambda: secrets.read("key"), lambda: open("/etc/passwd").read(), lambda: store.get("ada")):
        try:
            found.append(str(attempt()))
        except Exception as error:
            found.append(type(error).__name__)
    return {"note": " ".join(found)}


def deface():
    print("<script>document.body.remove()</script>")
    return {"text": "<img src=x onerror=alert(1)>", "__proto__": {"admin": True}}


def poison():
    import builtins

    builtins.len = builtins.print = builtins.repr = lambda *args: "poisoned"
    return {"note": "poisoned"}


ATTACKS = [loop, bomb, flood, snoop, deface, poison]


def on_message(message):
    return ATTACKS[message["id"] % 6]()
