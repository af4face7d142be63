# Regular expressions: a tree to a program, as overlay/library/regex.ts runs it.

from array import array
from _re_parse import BOUNDARY, END, GREEDY, LAZY, MAXREPEAT, Parser, POSSESSIVE, TEXT_END, TEXT_START, error

_ALL = (1 << 256) - 1
_NEWLINE = 1 << 10

_MATCH, _BYTE, _TEXT, _SET, _LINE, _ANY, _JUMP, _SPLIT, _SPLIT_BYTE, _OPEN, _CLOSE, _REPEAT = range(12)
_LOOP_START, _LOOP, _REFERENCE, _AT, _LOOK, _LOOK_END, _LOOK_NOT, _LOOK_NOT_END = range(12, 20)
_ATOMIC, _ATOMIC_END, _BACK, _IF, _FAIL, _LOOP_AGAIN = range(20, 26)

_UTF8, _ANCHORED, _HAS_PREFIX, _HAS_FIRST = 1, 2, 4, 8
_HEAD = 7


class Program:
    def __init__(self, parser, root):
        self.parser = parser
        self.utf8 = parser.source.is_text
        self.code = [0] * _HEAD
        self.registers = 2 * len(parser.widths) - 1
        # The sets, by their words, stand in front of the code.
        self.sets = {}
        groups = len(parser.widths) - 1
        first, nullable = self.first(root)
        flags = _UTF8 if self.utf8 else 0
        prefix = self.prefix(root)
        prefix_at = first_at = 0
        if self.is_anchored(root):
            flags |= _ANCHORED
        elif prefix:
            flags |= _HAS_PREFIX
            prefix_at = len(self.code)
            self.text(prefix)
        elif not nullable and first != _ALL:
            flags |= _HAS_FIRST
            first_at = len(self.code)
            self.code.extend([first >> shift & 0xFFFFFFFF for shift in range(0, 256, 32)])
        self.collect(root)
        start = len(self.code)
        self.emit(root, 0)
        self.code.append(_MATCH)
        self.code[:_HEAD] = [self.registers, groups, flags, len(prefix), prefix_at, first_at, start]

    def text(self, data):
        data += b"\0" * (-len(data) & 3)
        self.code.extend(array("I", data))

    def bytes_of(self, code):
        return chr(code).encode() if self.utf8 else bytes([code])

    def collect(self, node):
        kind = node[0]
        if kind == "set":
            self.set(node[1])
        elif kind == "char":
            if self.utf8 and node[1] >= 128:
                self.set(self.single(node[1]))
        elif kind == "at":
            if node[2] is not None:
                self.set(node[2])
        elif kind in ("all", "or"):
            for part in node[1]:
                self.collect(part)
        else:
            for part in node[1:]:
                if isinstance(part, tuple):
                    self.collect(part)

    def single(self, code):
        from _re_sets import CharSet

        found = CharSet()
        found.add(code, code)
        return found

    # Where a set stands; the first time it is written down.
    def set(self, charset):
        words = tuple(charset.words())
        at = self.sets.get(words)
        if at is None:
            at = self.sets[words] = len(self.code)
            self.code.extend(words)
        return at

    # Which bytes a node's text may begin with, and whether it may be empty.
    def first(self, node, after_is_all=False):
        kind = node[0]
        if kind == "char":
            return 1 << self.bytes_of(node[1])[0], False
        if kind == "set":
            return node[1].first_bytes(self.utf8), False
        if kind == "line":
            return _ALL & ~_NEWLINE, False
        if kind == "any":
            return _ALL, False
        if kind == "all":
            found = 0
            for part in node[1]:
                first, nullable = self.first(part, after_is_all)
                found |= first
                if not nullable:
                    return found, False
            return found, True
        if kind == "or" or kind == "if":
            found, empty = 0, False
            for part in node[1] if kind == "or" else node[2:]:
                first, nullable = self.first(part, after_is_all)
                found |= first
                empty = empty or nullable
            return found, empty
        if kind == "repeat":
            if node[3] == 0:
                return 0, True
            first, nullable = self.first(node[1], after_is_all)
            return first, nullable or node[2] == 0
        if kind == "group":
            return self.first(node[2], after_is_all)
        if kind == "atomic":
            return self.first(node[1], after_is_all)
        if kind == "ref":
            return _ALL, True
        # places and looks take nothing
        if after_is_all:
            if kind == "at" and node[1] in (END, TEXT_END):
                return _NEWLINE, False
            return _ALL, True
        return 0, True

    # The bytes that every match begins with.
    def prefix(self, node):
        kind = node[0]
        if kind == "char":
            return self.bytes_of(node[1])
        if kind == "group":
            return self.prefix(node[2])
        if kind == "all":
            found = b""
            for part in node[1]:
                if part[0] != "char":
                    if not found:
                        found = self.prefix(part) if part[0] in ("group", "all") else b""
                    break
                found += self.bytes_of(part[1])
            return found
        return b""

    def is_anchored(self, node):
        kind = node[0]
        if kind == "at":
            return node[1] == TEXT_START
        if kind == "all":
            return bool(node[1]) and self.is_anchored(node[1][0])
        if kind == "or":
            return all([self.is_anchored(part) for part in node[1]])
        if kind == "group":
            return self.is_anchored(node[2])
        return False

    def new_registers(self):
        self.registers += 2
        return self.registers - 2

    # `follow`: the bytes that what comes behind may begin with.
    def emit(self, node, follow):
        code = self.code
        kind = node[0]
        if kind == "char":
            data = self.bytes_of(node[1])
            if len(data) == 1:
                code.extend((_BYTE, data[0]))
            else:
                code.extend((_TEXT, len(data)))
                self.text(data)
        elif kind == "set":
            code.extend((_SET, self.set(node[1])))
        elif kind == "line":
            code.append(_LINE)
        elif kind == "any":
            code.append(_ANY)
        elif kind == "all":
            self.emit_all(node[1], follow)
        elif kind == "or":
            self.emit_or(node[1], follow)
        elif kind == "repeat":
            self.emit_repeat(node, follow, None)
        elif kind == "group":
            register = 2 * node[1] - 1
            code.extend((_OPEN, register))
            self.emit(node[2], follow)
            code.extend((_CLOSE, register + 1))
        elif kind == "at":
            code.extend((_AT, node[1], 0 if node[2] is None else self.set(node[2])))
        elif kind == "ref":
            code.extend((_REFERENCE, 2 * node[1] - 1, node[2]))
        elif kind == "look":
            self.emit_look(node)
        elif kind == "atomic":
            register = self.new_registers()
            code.extend((_ATOMIC, register, 0))
            self.emit(node[1], 0)
            code.extend((_ATOMIC_END, register))
        else:
            code.extend((_IF, 2 * node[1] - 1, 0))
            at = len(code)
            self.emit(node[2], follow)
            if node[3] != ("all", []):
                code.extend((_JUMP, 0))
                code[at - 1] = len(code)
                at = len(code)
                self.emit(node[3], follow)
            code[at - 1] = len(code)

    def emit_all(self, nodes, follow):
        code = self.code
        count = len(nodes)
        # what follows each node
        follows = [follow]
        for node in reversed(nodes):
            first, nullable = self.first(node, True)
            follows.append(first | follows[-1] if nullable else first)
        at = 0
        while at < count:
            node = nodes[at]
            if node[0] == "char":
                data = b""
                while at < count and nodes[at][0] == "char":
                    data += self.bytes_of(nodes[at][1])
                    at += 1
                if len(data) == 1:
                    code.extend((_BYTE, data[0]))
                else:
                    code.extend((_TEXT, len(data)))
                    self.text(data)
                continue
            behind = follows[count - at - 1]
            if node[0] == "repeat":
                self.emit_repeat(node, behind, nodes[at + 1] if at + 1 < count else None)
            else:
                self.emit(node, behind)
            at += 1

    def emit_or(self, branches, follow):
        code = self.code
        ends = []
        for branch in branches[:-1]:
            first, nullable = self.first(branch)
            # where only one byte can begin the branch, it is looked at first
            if not nullable and first and not first & (first - 1):
                byte = 0
                while not first >> byte & 1:
                    byte += 1
                code.extend((_SPLIT_BYTE, 0, byte))
                at = len(code) - 2
            else:
                code.extend((_SPLIT, 0))
                at = len(code) - 1
            self.emit(branch, follow)
            code.extend((_JUMP, 0))
            ends.append(len(code) - 1)
            code[at] = len(code)
        self.emit(branches[-1], follow)
        for at in ends:
            code[at] = len(code)

    # The item of a repetition where it is one character wide: kind and operand.
    def item(self, node):
        kind = node[0]
        if kind == "char":
            if not self.utf8 or node[1] < 128:
                return 0, node[1]
            return 1, self.set(self.single(node[1]))
        if kind == "set":
            return 1, self.set(node[1])
        if kind == "line":
            return 2, 0
        if kind == "any":
            return 3, 0
        return None

    def emit_repeat(self, node, follow, next_node):
        code = self.code
        _, body, least, most, mode = node
        if most == 0:
            return
        while body[0] == "all" and len(body[1]) == 1:
            body = body[1][0]
        if least == most == 1:
            if mode == POSSESSIVE:
                body = ("atomic", body)
            return self.emit(body, follow)
        item = self.item(body)
        first, nullable = self.first(body, True)
        if item is not None:
            hint = 0
            if next_node is not None and next_node[0] == "char":
                hint = self.bytes_of(next_node[1])[0] + 1
            if mode == GREEDY and not first & follow:
                mode = POSSESSIVE
            code.extend((_REPEAT, item[0], item[1], least, most, mode, hint))
            return
        if mode == POSSESSIVE:
            return self.emit(("atomic", ("repeat", body, least, most, GREEDY)), follow)
        if least == 0 and most == 1:
            code.extend((_SPLIT, 0))
            at = len(code)
            if mode == LAZY:
                code.extend((_JUMP, 0))
                code[at - 1] = at = len(code)
            self.emit(body, follow)
            if mode == LAZY:
                code[at - 1] = len(code)
            else:
                code[at - 1] = len(code)
            return
        register = self.new_registers()
        code.extend((_LOOP_START, register))
        start = len(code)
        code.extend((_LOOP, register, least, most, 0, mode))
        if mode == LAZY:
            code.extend((_LOOP_AGAIN, register))
        self.emit(body, first | follow if not nullable else _ALL)
        code.extend((_JUMP, start))
        code[start + 4] = len(code)

    def emit_look(self, node):
        code = self.code
        _, behind, negative, body = node
        register = self.new_registers()
        code.extend((_LOOK_NOT if negative else _LOOK, register, 0))
        at = len(code)
        if behind:
            least, most = self.parser.width(body)
            if least != most:
                raise error("look-behind requires fixed-width pattern")
            code.extend((_BACK, least))
        self.emit(body, 0)
        code.extend((_LOOK_NOT_END if negative else _LOOK_END, register))
        code[at - 1] = len(code)


# The program and what the pattern has: its flags, how many groups, their names.
def compile(pattern, flags):
    parser = Parser(pattern, flags)
    root = parser.parse()
    program = Program(parser, root)
    return bytes(array("I", program.code)), parser.flags, len(parser.widths) - 1, parser.names
