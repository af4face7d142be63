class AppError(Exception):
    pass


class NotFound(AppError):
    def __init__(self, what, where=None):
        super().__init__(what)
        self.what, self.where = what, where

    def __str__(self):
        return "%s not found in %s" % (self.what, self.where)


class Denied(AppError):
    status = 403


for raiser in (lambda: NotFound("key", "box"), lambda: Denied("no", 1), lambda: AppError(), lambda: AppError("one")):
    try:
        raise raiser()
    except NotFound as e:
        print("NotFound", e, e.args, e.what)
    except AppError as e:
        print(type(e).__name__, e, e.args, getattr(e, "status", None))


def parse(text):
    try:
        key, value = text.split("=")
    except ValueError:
        raise AppError("bad line: " + repr(text))
    try:
        return key, int(value)
    except ValueError as e:
        raise AppError("bad number: " + repr(value))


for text in ("a=1", "b", "c=x", "d=1=2", "=5"):
    try:
        print(parse(text))
    except AppError as e:
        print(e)
errors = [ValueError("a"), KeyError("b"), NotFound("c", "d")]
print([e.args for e in errors[:2]], [isinstance(e, AppError) for e in errors])
kinds = (ValueError, NotFound)
for e in errors:
    try:
        raise e
    except kinds as caught:
        print("caught", type(caught).__name__)
    except Exception:
        print("other")
