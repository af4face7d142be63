import sys, traceback

class ValidationError(Exception):

    def __init__(self, field, message, *, code=None):
        super().__init__(message)
        self.field = field
        self.code = code

    def __str__(self):
        return f'[{self.field}] {super().__str__()}' + (f' (code={self.code})' if self.code else '')

class NotFound(LookupError):
    pass

def validate(d):
    if 'age' not in d:
        raise ValidationError('age', 'required', code=400)
    try:
        age = int(d['age'])
    except (TypeError, ValueError) as exc:
        raise ValidationError('age', f"invalid: {d['age']!r}") from exc
    if not 0 <= age < 150:
        raise ValidationError('age', 'out of range')
    return age
for d in [{}, {'age': 'x'}, {'age': None}, {'age': 200}, {'age': '42'}]:
    try:
        print('ok', validate(d))
    except ValidationError as e:
        print(type(e).__name__, e, '| cause:', repr(e.__cause__), e.args, e.code)
try:
    raise NotFound('thing', 42)
except LookupError as e:
    print(repr(e), e, e.args, isinstance(e, Exception), type(e).__bases__)
try:
    assert 1 == 2, 'math is broken'
except AssertionError as e:
    print('assert:', e)
try:
    assert False
except AssertionError as e:
    print('empty:', repr(str(e)), repr(e))
try:
    try:
        raise ValueError('first')
    finally:
        print('cleanup')
except ValueError as e:
    print('outer', e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError('second')
except RuntimeError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)

def f():
    return g()

def g():
    raise KeyError('deep')
try:
    f()
except KeyError as e:
    tb = traceback.extract_tb(e.__traceback__)
    print([x.name for x in tb], tb[-1].lineno)
    print(traceback.format_exception_only(type(e), e))
e = ValueError('note me')
e.add_note('extra info')
print(e.__notes__)

def risky(n):
    match n:
        case 0:
            raise ValueError('zero')
        case 1:
            raise TypeError('one')
        case 2:
            return {}['x']
        case 3:
            return [][1]
        case 4:
            return int('q')
        case 5:
            return None.attr
        case 6:
            return 'a' + 1
        case 7:
            raise StopIteration
        case 8:
            raise KeyboardInterrupt
        case 9:
            raise SystemExit(3)
        case 10:
            raise OSError(2, 'nope')
        case 11:
            raise Exception
        case 12:
            import nonexistent_module_x
        case 14:
            return undefined_name
        case 15:
            raise NotImplementedError('todo')
        case 16:
            return 1 .bit
        case 17:
            return f(1, 2, 3)
        case 18:
            raise 'string'
        case 19:
            return len(None)
        case 20:
            x = [1, 2, 3]
            return x['a']
        case 21:
            return {1: 2}.foo()
        case 22:
            a, b = [1, 2, 3]
        case 23:
            a, b, c = 'ab'
        case 24:
            return sum([1, 'a'])
        case 25:
            return open('/nonexistent/x')
        case 26:
            x = 5
            return x()
        case 27:
            return sorted([1, 'a', None])
        case 28:
            return '%d' % 'a'
        case 29:
            return '{} {}'.format(1)
        case 30:
            return 'abc'[10]
        case 31:
            return (1, 2)[5]
        case 32:
            t = (1, 2)
            t[0] = 5
        case 33:
            s = 'abc'
            s[0] = 'x'
        case 34:
            del [1][5]
        case 35:
            return {[1]: 2}
        case 36:
            return float('abc')
        case 37:
            return max([])
        case 38:
            return 2 ** 'a'
        case 39:
            return not_defined.x
        case 40:
            return int('12', 99)
        case 41:
            return chr(1 << 30)
        case 42:
            return bytes('a')
        case 43:
            return isinstance(1, 'x')
        case 44:
            return next(iter([]))
        case 45:
            return {}.popitem()
        case 46:
            return [].pop()
        case 47:
            return set().pop()
        case 48:
            return dict.fromkeys(5)
        case 49:
            return 'a'.join([1, 2])
        case 50:
            return iter(5)
        case 51:
            return object().x
        case 52:
            return range(1, 10, 0)
        case 53:
            return list(zip([1], [1, 2], strict=True))
        case 54:
            return 1 in 5
        case 55:
            return [] + ()
        case 56:
            return -'a'
        case 57:
            return [1] * 1.5
        case 58:
            return round('x')
        case 60:
            return 1.0 // 0
        case 62:
            return abs('x')
        case 63:
            return ord('')
        case 64:
            return 'x'.encode('nope')
        case 65:
            return {}['a']['b']
        case 66:
            return 'a' < 1
        case 67:
            return [1] < [None]
        case 68:
            return None + 1
        case 69:
            x = None
            return x[0]
        case 70:
            return print(undefined_thing)
        case 71:
            return {'a': 1}['b']
        case 72:
            return {1: 1}[1, 2]
        case 75:
            return int()[0]
        case 76:
            return all(5)
        case 77:
            return 'abc'.index('z')
        case 78:
            return [1, 2].index(3)
        case 79:
            return tuple(5)
        case 80:
            return enumerate(5)
for n in range(82):
    try:
        risky(n)
        print(n, 'fine')
    except BaseException as e:
        print(n, type(e).__name__, '|', e)
