# Words as a Unix shell sees them.
_SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_"


def split(s, comments=False, posix=True):
    words = []
    word = None
    at = 0
    end = len(s)
    while at < end:
        char = s[at]
        at += 1
        if char in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
            continue
        if comments and char == "#" and word is None:
            newline = s.find("\n", at)
            at = end if newline < 0 else newline
            continue
        if word is None:
            word = ""
        if char == "\\" and posix:
            if at >= end:
                raise ValueError("No escaped character")
            word += s[at]
            at += 1
        elif char == "'" or char == '"':
            if not posix:
                word += char
            while True:
                if at >= end:
                    raise ValueError("No closing quotation")
                inner = s[at]
                at += 1
                if inner == char:
                    break
                if inner == "\\" and char == '"' and posix and at < end and s[at] in '"\\':
                    inner = s[at]
                    at += 1
                word += inner
            if not posix:
                word += char
        else:
            word += char
    if word is not None:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    for char in s:
        if char not in _SAFE:
            return "'" + s.replace("'", "'\"'\"'") + "'"
    return s


def join(split_command):
    return " ".join([quote(word) for word in split_command])
