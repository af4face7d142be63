import io
import unittest

order = []


class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        order.append("class")

    @classmethod
    def tearDownClass(cls):
        order.append("end")

    def setUp(self):
        self.x = 1
        self.addCleanup(order.append, "cleanup")

    def tearDown(self):
        order.append("down")

    def test_a(self):
        self.assertEqual(self.x, 1)

    def test_b(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])

    def test_c(self):
        with self.assertRaises(ValueError) as caught:
            int("x")
        self.assertIn("invalid", str(caught.exception))

    def test_d(self):
        raise KeyError("q")

    @unittest.skip("why")
    def test_e(self):
        pass

    @unittest.expectedFailure
    def test_f(self):
        self.fail("x")

    def test_g(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)

    def test_h(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual([1, 2], [2, 1])
        self.assertRaisesRegex(ValueError, "in.alid", int, "z")

    @unittest.skipIf(True, "conditional")
    def test_i(self):
        pass


out = io.StringIO()
result = unittest.TextTestRunner(stream=out).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
print("result", result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
print("order", order[0], order[-1], order.count("down"), order.count("cleanup"))
text = out.getvalue().split("\n")
print("progress", text[0])
print("summary", text[-2])
for line in text:
    if line.startswith(("FAIL", "ERROR", "AssertionError", "KeyError", "First", "=====", "-----")):
        print(line)
t = T()
for name, check in [
    ("true", lambda: t.assertTrue(0)),
    ("false", lambda: t.assertFalse([1])),
    ("equal", lambda: t.assertEqual(1, 2)),
    ("equal message", lambda: t.assertEqual(1, 2, "because")),
    ("not equal", lambda: t.assertNotEqual(1, 1)),
    ("is", lambda: t.assertIs(1, None)),
    ("is none", lambda: t.assertIsNone(5, "msg")),
    ("is not none", lambda: t.assertIsNotNone(None)),
    ("in", lambda: t.assertIn(3, [1])),
    ("not in", lambda: t.assertNotIn(1, [1])),
    ("isinstance", lambda: t.assertIsInstance(1, str)),
    ("greater", lambda: t.assertGreater(1, 2)),
    ("less equal", lambda: t.assertLessEqual(3, 2)),
    ("almost", lambda: t.assertAlmostEqual(1, 2)),
    ("almost delta", lambda: t.assertAlmostEqual(1, 2, delta=0.5)),
    ("raises nothing", lambda: t.assertRaises(ValueError, int, "1")),
    ("regex", lambda: t.assertRegex("abc", "x")),
    ("set", lambda: t.assertEqual({1, 2}, {2, 3})),
    ("fail", lambda: t.fail("failed")),
]:
    try:
        check()
    except AssertionError as error:
        print(name, "|", error)
suite = unittest.TestSuite()
suite.addTest(T("test_a"))
suite.addTests([T("test_c")])
quiet = unittest.TextTestRunner(stream=io.StringIO(), verbosity=0).run(suite)
print("suite", suite.countTestCases(), quiet.wasSuccessful(), quiet.testsRun)
