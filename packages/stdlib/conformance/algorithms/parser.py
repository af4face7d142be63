def tokens(text):
    out = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            out.append(("num", float(text[i:j]) if "." in text[i:j] else int(text[i:j])))
            i = j
        elif c in "+-*/()":
            out.append(("op", c))
            i += 1
        elif c == " ":
            i += 1
        else:
            raise SyntaxError("unexpected " + repr(c) + " at " + str(i))
    out.append(("end", None))
    return out


class Parser:
    def __init__(self, text):
        self.tokens = tokens(text)
        self.at = 0

    def take(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def peek(self):
        return self.tokens[self.at][1] if self.tokens[self.at][0] == "op" else None

    def expression(self):
        left = self.term()
        while self.peek() in ("+", "-"):
            left = (self.take()[1], left, self.term())
        return left

    def term(self):
        left = self.factor()
        while self.peek() in ("*", "/"):
            left = (self.take()[1], left, self.factor())
        return left

    def factor(self):
        kind, value = self.take()
        if kind == "num":
            return value
        if value == "-":
            return ("neg", self.factor())
        if value == "(":
            inner = self.expression()
            if self.take()[1] != ")":
                raise SyntaxError("expected )")
            return inner
        raise SyntaxError("unexpected " + repr(value))


def evaluate(tree):
    if not isinstance(tree, tuple):
        return tree
    if tree[0] == "neg":
        return -evaluate(tree[1])
    a, b = evaluate(tree[1]), evaluate(tree[2])
    return a + b if tree[0] == "+" else a - b if tree[0] == "-" else a * b if tree[0] == "*" else a / b


for text in ("1 + 2 * 3", "(1 + 2) * 3", "-(4 - 6) * 2.5", "10 / 4 - 1", "2 * (3 + 4) * (5 - (6 - 7))", "1 / 0", "1 +", "(1", "a + 1", ""):
    try:
        tree = Parser(text).expression()
        print(text, "->", tree, "=", evaluate(tree))
    except (SyntaxError, ZeroDivisionError) as e:
        print(text, "->", type(e).__name__, e.args if isinstance(e, SyntaxError) else "")
