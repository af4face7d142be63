import re
from typing import NamedTuple, Iterator, Union

class Token(NamedTuple):
    type: str
    value: str
    line: int
    column: int

def tokenize(code):
    keywords = {'IF', 'THEN', 'ENDIF', 'FOR', 'NEXT', 'GOSUB', 'RETURN'}
    spec = [('NUMBER', '\\d+(\\.\\d*)?'), ('ASSIGN', ':='), ('END', ';'), ('ID', '[A-Za-z]+'), ('OP', '[+\\-*/]'), ('NEWLINE', '\\n'), ('SKIP', '[ \\t]+'), ('MISMATCH', '.')]
    tok_regex = '|'.join(('(?P<%s>%s)' % pair for pair in spec))
    line_num = 1
    line_start = 0
    for mo in re.finditer(tok_regex, code):
        kind = mo.lastgroup
        value = mo.group()
        column = mo.start() - line_start
        if kind == 'NUMBER':
            value = float(value) if '.' in value else int(value)
        elif kind == 'ID' and value in keywords:
            kind = value
        elif kind == 'NEWLINE':
            line_start = mo.end()
            line_num += 1
            continue
        elif kind == 'SKIP':
            continue
        elif kind == 'MISMATCH':
            raise RuntimeError(f'{value!r} unexpected on line {line_num}')
        yield Token(kind, value, line_num, column)
statements = '\n    IF quantity THEN\n        total := total + price * quantity;\n        tax := price * 0.05;\n    ENDIF;\n'
for token in tokenize(statements):
    print(token)
try:
    list(tokenize('a ? b'))
except RuntimeError as e:
    print('error', e)

class Parser:

    def __init__(self, text):
        self.tokens = re.findall('\\d+\\.?\\d*|[-+*/()^]|\\w+', text)
        self.pos = 0

    def peek(self):
        return self.tokens[self.pos] if self.pos < len(self.tokens) else None

    def next(self):
        t = self.peek()
        self.pos += 1
        return t

    def parse(self):
        r = self.expr()
        if self.peek() is not None:
            raise SyntaxError(f'unexpected token {self.peek()!r}')
        return r

    def expr(self):
        v = self.term()
        while (op := self.peek()) in ('+', '-'):
            self.next()
            r = self.term()
            v = v + r if op == '+' else v - r
        return v

    def term(self):
        v = self.factor()
        while self.peek() in ('*', '/'):
            if self.next() == '*':
                v *= self.factor()
            else:
                v /= self.factor()
        return v

    def factor(self):
        base = self.unary()
        if self.peek() == '^':
            self.next()
            return base ** self.factor()
        return base

    def unary(self):
        t = self.next()
        if t == '-':
            return -self.unary()
        if t == '(':
            v = self.expr()
            if self.next() != ')':
                raise SyntaxError('expected )')
            return v
        if t is None:
            raise SyntaxError('unexpected end')
        return float(t) if '.' in t else int(t)
for src in ['1 + 2 * 3', '(1+2)*3', '2^3^2', '-2 * (3 - 4.5)', '10/4', '1 +', '(1', '1 2', '7/0']:
    try:
        print(f'{src:<16} = {Parser(src).parse()}')
    except (SyntaxError, ZeroDivisionError) as e:
        print(f'{src:<16} ! {type(e).__name__}: {e}')
