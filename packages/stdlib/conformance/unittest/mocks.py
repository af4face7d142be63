from unittest.mock import *
from unittest import mock
import unittest, asyncio, os, time, random
def t(f):
    try: print("ok", f())
    except BaseException as e: print(type(e).__name__, e)
m = Mock(return_value=3, name="m")
print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls, m.call_args.args, m.call_args.kwargs, m.call_args[0])
t(lambda: m.assert_called_with(2)); t(lambda: m.assert_called_once_with(1, a=2)); m(5)
t(m.assert_called_once); t(m.assert_not_called); t(lambda: m.assert_any_call(9)); t(lambda: m.assert_has_calls([call(1, a=2), call(5)])); t(lambda: m.assert_has_calls([call(7)])); t(lambda: Mock().assert_called()); t(lambda: Mock().assert_called_with(1)); t(lambda: Mock().assert_called_once())
db = Mock(); db.connect().cursor().execute("q"); db.x.y(1); print(db.mock_calls, db.method_calls)
s = Mock(side_effect=[1, KeyError("k"), 3]); t(s); t(s); t(s); t(s)
s = Mock(side_effect=lambda x: x * 2); print(s(4)); s.side_effect = ValueError("bad"); t(lambda: s(1))
mm = MagicMock(); mm.__len__.return_value = 5; mm.__getitem__.side_effect = lambda k: k * 2; mm.__iter__.return_value = [1, 2]; mm.__enter__.return_value = "ctx"
print(len(mm), mm["ab"], list(mm), list(mm), bool(mm), int(mm), 3 in mm); 
with mm as c: print(c)
print(mm.__enter__.called, mm.__exit__.called, mm.__getitem__.call_args)

class Svc:
    def fetch(self, url, timeout=5): return "real"
    @property
    def prop(self): return "p"
    async def aget(self): return 1
    @staticmethod
    def st(): return "st"
t(lambda: Mock(spec=Svc).nope); t(lambda: Mock(spec=["a"]).a is not None); t(lambda: Mock().assert_foo)
def user(): return Svc().fetch("u")
with patch.object(Svc, "fetch", return_value="mocked") as p: print(user(), p.call_args); p.assert_called_once_with("u")
print(user())
with patch("__main__.user", return_value=1): print(user())
with patch("time.sleep") as sl, patch("random.randint", return_value=4): time.sleep(100); print(random.randint(1, 6), sl.mock_calls)
with patch("builtins.input", return_value="typed"), patch("builtins.print") as pr: print(input())
print(pr.mock_calls)
with patch.dict(os.environ, {"A_B": "1"}): print(os.environ["A_B"])
print("A_B" in os.environ)
d = {"a": 1}
with patch.dict(d, {"b": 2}, clear=True): print(d)
print(d)
class T(unittest.TestCase):
    @patch("__main__.user")
    @patch.object(Svc, "fetch")
    def test_a(self, fetch, user_):
        user_.return_value = 7; self.assertEqual(user(), 7); Svc().fetch(); fetch.assert_called_once_with(); print("ran")
    def setUp(self):
        p = patch("__main__.Svc.st", return_value="patched"); self.m = p.start(); self.addCleanup(p.stop)
    def test_b(self): print(Svc.st())
r = unittest.TextTestRunner(stream=__import__("io").StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T)); print(r.wasSuccessful(), r.errors, r.failures, Svc.st())
with patch("builtins.open", mock_open(read_data="l1\nl2\n")) as mo:
    with open("f.txt") as f: print(f.read())
    with open("f.txt") as f: print([l for l in f], mo.call_args_list)
mo = mock_open()
with patch("builtins.open", mo):
    with open("o", "w") as f: f.write("x")
mo.assert_called_once_with("o", "w"); mo().write.assert_called_once_with("x")
am = AsyncMock(return_value=9)
async def go(): print(await am(1)); am.assert_awaited_once_with(1); o = AsyncMock(); o.get.return_value = {"k": 1}; print(await o.get("u"), o.get.await_count)
asyncio.run(go())
with patch.object(Svc, "prop", new_callable=PropertyMock, return_value="pp") as pm: print(Svc().prop)
a = create_autospec(Svc); i = a(); t(lambda: i.fetch()); i.fetch("x"); i.fetch.assert_called_once_with("x"); t(lambda: i.nope)
def fn(a, b=1): pass
af = create_autospec(fn, return_value=2); print(af(1)); t(lambda: af())
print(call(1) == call(1), call.foo(1, x=2), call(1) != call(2), call.a.b(3), ANY == 5, sentinel.x, call().foo(1), [call(1), call("a")])
m = Mock(); m.a.return_value = 1; m.configure_mock(**{"b.return_value": 3, "c": 4}); print(m.a(), m.b(), m.c); m.reset_mock(); print(m.a.called, m.mock_calls)
m = Mock(wraps=Svc()); print(m.fetch("a")); m2 = Mock(); m2.m = m; 
class Foo:
    def __init__(self, dep): self.dep = dep
    def run(self):
        try: return self.dep.load(id=3).name
        except ConnectionError as e: return f"fail {e}"
dep = Mock(); dep.load.return_value.name = "bob"; print(Foo(dep).run()); dep.load.side_effect = ConnectionError("down"); print(Foo(dep).run(), dep.load.call_count)
m = Mock(); m(1); m(2); t(lambda: m.assert_called_once_with(2)); t(lambda: m.assert_called_with(1)); t(lambda: m.assert_not_called())
def test_kw(**k): print(sorted(k))
patch.multiple(Svc, fetch=DEFAULT, st=DEFAULT)(test_kw)()
seal(m); t(lambda: m.new_attr)
