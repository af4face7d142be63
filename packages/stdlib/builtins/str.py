def _maketrans(x, y=None, z=None):
    if y is None:
        if not isinstance(x, dict):
            raise TypeError("if you give only one argument to maketrans it must be a dict")
        table = {}
        for key in x:
            if isinstance(key, str) and len(key) != 1:
                raise ValueError("string keys in translate table must be of length 1")
            table[ord(key) if isinstance(key, str) else key] = x[key]
        return table
    if len(x) != len(y):
        raise ValueError("the first two maketrans arguments must have equal length")
    table = {ord(a): ord(b) for a, b in zip(x, y)}
    if z:
        for a in z:
            table[ord(a)] = None
    return table


maketrans = staticmethod(_maketrans)


def translate(self, table):
    known = {}
    for character in dict.fromkeys(self):
        try:
            value = table[ord(character)]
            if value is None:
                value = ""
            elif not isinstance(value, str):
                value = chr(value)
        except LookupError:
            value = character
        known[character] = value
    return "".join([known[character] for character in self])
