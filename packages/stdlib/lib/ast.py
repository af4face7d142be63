# Of CPython's ast only literal_eval: programs are parsed outside the interpreter, and their trees do not come here.
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_DEEPEST = 100


class _Literal:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.depth = 0

    def peek(self):
        text = self.text
        while self.at < len(text) and text[self.at] in " \t\r\n\\":
            self.at += 1
        if text[self.at : self.at + 1] == "#":
            end = text.find("\n", self.at)
            self.at = len(text) if end < 0 else end
            return self.peek()
        return text[self.at : self.at + 1]

    def malformed(self):
        raise ValueError("malformed node or string: %r" % self.text[self.at : self.at + 40])

    def whole(self):
        value = self.value()
        if self.peek() == ",":
            items = [value]
            while self.peek() == ",":
                self.at += 1
                if self.peek():
                    items.append(self.value())
            value = tuple(items)
        if self.peek():
            self.malformed()
        return value

    def value(self):
        char = self.peek()
        if char in ("(", "[", "{"):
            self.depth += 1
            if self.depth > _DEEPEST:
                raise MemoryError("literal is nested too deep")
            value = self.collection(char)
            self.depth -= 1
            return value
        if char in ("'", '"') or self.prefixed():
            return self.strings()
        if char in ("+", "-") or char.isdigit() or char == ".":
            return self.number()
        word = self.word()
        if word in ("True", "False", "None"):
            return {"True": True, "False": False, "None": None}[word]
        if word == "set" and self.peek() == "(":
            self.at += 1
            if self.peek() == ")":
                self.at += 1
                return set()
        self.malformed()

    def word(self):
        start = self.at
        while self.at < len(self.text) and (self.text[self.at].isalpha() or self.text[self.at].isdigit() or self.text[self.at] in "_."):
            self.at += 1
        return self.text[start : self.at]

    def prefixed(self):
        part = self.text[self.at : self.at + 3].lower()
        for length in (1, 2):
            if part[length : length + 1] in ("'", '"') and part[:length] in ("r", "b", "u", "rb", "br"):
                return True
        return False

    def strings(self):
        value = self.string()
        while self.peek() in ("'", '"') or self.prefixed():
            value += self.string()
        return value

    def string(self):
        text = self.text
        start = self.at
        while text[self.at] not in "'\"":
            self.at += 1
        quote = text[self.at]
        if text[self.at : self.at + 3] == quote * 3:
            quote *= 3
        self.at += len(quote)
        while text[self.at : self.at + len(quote)] != quote:
            if self.at >= len(text) or (text[self.at] == "\n" and len(quote) == 1):
                raise SyntaxError("unterminated string literal (detected at line 1)")
            self.at += 2 if text[self.at] == "\\" else 1
        self.at += len(quote)
        # nothing but a string, so nothing is run
        return eval(text[start : self.at])

    def number(self):
        value = self.term()
        while self.peek() in ("+", "-") and self.peek():
            sign = -1 if self.peek() == "-" else 1
            self.at += 1
            self.peek()
            part = self.term()
            if not isinstance(part, complex):
                self.malformed()
            value += sign * part
        return value

    def term(self):
        sign = 1
        while self.peek() in ("+", "-") and self.peek():
            if self.peek() == "-":
                sign = -sign
            self.at += 1
        start = self.at
        text = self.text
        while self.at < len(text):
            char = text[self.at]
            after_power = text[self.at - 1] in "eE" and text[start : start + 2].lower() != "0x" and self.at > start
            if not (char.isalpha() or char.isdigit() or char in "._" or (char in "+-" and after_power)):
                break
            self.at += 1
        token = text[start : self.at]
        if not token or not (token[0].isdigit() or token[0] == "."):
            self.malformed()
        try:
            if token[-1] in "jJ":
                return sign * complex(0, float(token[:-1]))
            if token[:2].lower() in ("0x", "0o", "0b"):
                return sign * int(token, 0)
            return sign * (int(token) if token.replace("_", "").isdigit() else float(token))
        except ValueError:
            raise SyntaxError("invalid decimal literal")

    def collection(self, opening):
        self.at += 1
        closing = _CLOSING[opening]
        items = []
        keyed = {}
        is_dict = comma = False
        while self.peek() != closing:
            if not self.peek():
                raise SyntaxError("'%s' was never closed" % opening)
            value = self.value()
            if opening == "{" and self.peek() == ":":
                is_dict = True
                self.at += 1
                keyed[value] = self.value()
            else:
                items.append(value)
            comma = self.peek() == ","
            if comma:
                self.at += 1
            elif self.peek() != closing:
                if self.peek():
                    self.malformed()
                raise SyntaxError("'%s' was never closed" % opening)
        self.at += 1
        if opening == "[":
            return items
        if opening == "(":
            return items[0] if len(items) == 1 and not comma else tuple(items)
        if is_dict and items:
            self.malformed()
        return keyed if is_dict or not items else set(items)


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError("malformed node or string: %r" % (node_or_string,))
    text = node_or_string.lstrip(" \t")
    if not text.strip():
        raise SyntaxError("invalid syntax")
    return _Literal(text).whole()
