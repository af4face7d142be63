# argparse at work: a command line is taken apart, a help text is laid out.
from argparse import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, ArgumentTypeError
import textwrap

_WIDTH = 78
_INDENT = 24


# The action that an argument names, its name, and the value that hangs on it; None where it is no option.
def _option(parser, arg):
    if arg[:1] != "-" or arg == "-":
        return None
    if arg in parser._options:
        return parser._options[arg], arg, None
    name, equals, value = arg.partition("=")
    if equals and name in parser._options:
        return parser._options[name], name, value
    if arg[:2] == "--":
        found = [option for option in parser._options if option.startswith(name)] if parser.allow_abbrev else []
        if len(found) > 1:
            raise ArgumentError(None, "ambiguous option: %s could match %s" % (arg, ", ".join(found)))
        if found:
            return parser._options[found[0]], found[0], value if equals else None
    elif arg[:2] in parser._options:
        return parser._options[arg[:2]], arg[:2], arg[2:]
    if _is_number(arg) and not any([_is_number(option) for option in parser._options]):
        return None
    return None if " " in arg else (None, arg, None)


def _is_number(arg):
    try:
        float(arg)
        return arg[:1] == "-"
    except ValueError:
        return False


def _range(nargs):
    if nargs is None:
        return 1, 1
    if nargs == OPTIONAL:
        return 0, 1
    if nargs in (ZERO_OR_MORE, REMAINDER):
        return 0, 1 << 29
    if nargs in (ONE_OR_MORE, PARSER):
        return 1, 1 << 29
    return nargs, nargs


def _expected(action):
    if action.nargs is None:
        return "expected one argument"
    if action.nargs == OPTIONAL:
        return "expected at most one argument"
    if action.nargs == ONE_OR_MORE:
        return "expected at least one argument"
    return "expected %d argument%s" % (action.nargs, "" if action.nargs == 1 else "s")


def _convert(action, text):
    value = text
    if action.type is not None:
        try:
            value = action.type(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, "invalid %s value: %r" % (getattr(action.type, "__name__", repr(action.type)), text))
    _choose(action, value)
    return value


def _choose(action, value):
    if action.choices is not None and value not in action.choices:
        raise ArgumentError(action, "invalid choice: %r (choose from %s)" % (value, ", ".join([repr(item) for item in action.choices])))


def _value(action, texts):
    nargs = action.nargs
    if nargs == PARSER:
        _choose(action, texts[0])
        return texts
    if not texts and nargs == OPTIONAL:
        value = action.const if action.option_strings else action.default
        return _convert(action, value) if isinstance(value, str) else value
    if not texts and nargs == ZERO_OR_MORE and not action.option_strings:
        return action.default if action.default is not None else []
    if nargs in (None, OPTIONAL):
        return _convert(action, texts[0])
    if nargs == REMAINDER:
        return texts
    return [_convert(action, text) for text in texts]


def parse(parser, args, namespace):
    seen = set()
    extra = []
    positionals = [action for action in parser._actions if not action.option_strings]
    kinds = []
    plain = False
    for arg in args:
        if plain or arg == "--":
            kinds.append(False if plain else "--")
            plain = True
        else:
            kinds.append(_option(parser, arg) or False)

    def run(action, texts, name=None):
        for group in parser._exclusives:
            if action in group._group_actions and (name is not None or texts):
                for other in group._group_actions:
                    if other is not action and other in seen:
                        raise ArgumentError(action, "not allowed with argument %s" % other._label())
        if name is not None or texts or action.nargs in (None, PARSER):
            seen.add(action)
        action(parser, namespace, [] if action.nargs == 0 else _value(action, texts), name)

    # As many positionals as the arguments up to the next option are enough for.
    def consume(at):
        stop = at
        while stop < len(args) and kinds[stop] in (False, "--"):
            stop += 1
        count = len([1 for i in range(at, stop) if kinds[i] is False])
        ready = 0
        least = 0
        for action in positionals:
            low = _range(action.nargs)[0]
            if least + low > count:
                break
            least += low
            ready += 1
        left = count - least
        for action in positionals[:ready]:
            low, high = _range(action.nargs)
            # those that may be empty wait for arguments
            if low == 0 and left == 0 and stop < len(args) and count == 0:
                break
            if action.nargs in (PARSER, REMAINDER):
                run(action, args[at:])
                positionals.remove(action)
                return len(args)
            more = min(left, high - low)
            left -= more
            texts = []
            while len(texts) < low + more:
                if kinds[at] is False:
                    texts.append(args[at])
                at += 1
            run(action, texts)
            positionals.remove(action)
        extra.extend([args[i] for i in range(at, stop) if kinds[i] is False])
        return stop

    at = 0
    while at < len(args) or at == 0:
        if at == len(args) or kinds[at] in (False, "--"):
            at = consume(at)
            if at == len(args):
                break
            continue
        action, name, value = kinds[at]
        if action is None:
            extra.append(name)
            at += 1
            continue
        low, high = (0, 0) if action.nargs == 0 else _range(action.nargs)
        if value is not None and high == 0:
            # -vx is -v -x
            following = None if name[:2] == "--" else _option(parser, "-" + value)
            if following is None or following[0] is None:
                raise ArgumentError(action, "ignored explicit argument %r" % value)
            run(action, [], name)
            kinds[at] = following
            continue
        at += 1
        if value is not None:
            if low > 1:
                raise ArgumentError(action, _expected(action))
            run(action, [value], name)
            continue
        stop = at
        while stop < len(args) and stop - at < high and (kinds[stop] is False or action.nargs == REMAINDER):
            stop += 1
        if stop - at < low:
            raise ArgumentError(action, _expected(action))
        run(action, args[at:stop], name)
        at = stop
    if positionals and at == len(args):
        consume(at)

    missing = []
    for action in parser._actions:
        if action not in seen:
            if action.required and action in positionals or (action.required and action.option_strings):
                missing.append(action._label())
            elif isinstance(action.default, str) and action.dest != SUPPRESS and action.type is not None:
                if getattr(namespace, action.dest, None) is action.default:
                    setattr(namespace, action.dest, _convert(action, action.default))
    if missing:
        raise ArgumentError(None, "the following arguments are required: " + ", ".join(missing))
    for group in parser._exclusives:
        if group.required and not any([action in seen for action in group._group_actions]):
            names = [action._label() for action in group._group_actions if action.help is not SUPPRESS]
            raise ArgumentError(None, "one of the arguments %s is required" % " ".join(names))
    extra += namespace.__dict__.get("_extra", [])
    if hasattr(namespace, "_extra"):
        del namespace._extra
    return extra


def _parts(parser, actions):
    parts = []
    done = []
    for action in actions:
        if action.help is SUPPRESS or action in done:
            continue
        for group in parser._exclusives:
            if group._group_actions and action is group._group_actions[0]:
                inner = [other._usage() for other in group._group_actions]
                inner = [text[1:-1] if text[:1] == "[" and text[-1:] == "]" else text for text in inner]
                done.extend(group._group_actions)
                parts.append(("(%s)" if group.required else "[%s]") % " | ".join(inner))
                break
        else:
            parts.append(action._usage())
    return parts


def usage(parser):
    if parser.usage is not None:
        return "usage: %s\n" % parser.usage.replace("%(prog)s", parser.prog)
    options = _parts(parser, [action for action in parser._actions if action.option_strings])
    positionals = _parts(parser, [action for action in parser._actions if not action.option_strings])
    prefix = "usage: " + parser.prog
    line = " ".join([prefix] + options + positionals)
    if len(line) <= _WIDTH:
        return line + "\n"
    indent = " " * (len(prefix) + 1)
    lines = []
    if len(prefix) > 0.75 * _WIDTH:
        lines.append(prefix)
        indent = " " * 7
    for parts in (options, positionals):
        current = ""
        for part in parts:
            if current and len(indent) + len(current) + 1 + len(part) > _WIDTH:
                lines.append(indent + current)
                current = part
            else:
                current = current + " " + part if current else part
        if current:
            lines.append(indent + current)
    if lines[0] is not prefix:
        lines[0] = prefix + " " + lines[0][len(indent) :]
    return "\n".join(lines) + "\n"


def _help_lines(parser, action, width):
    text = action.help
    kind = parser.formatter_class
    if kind.show_defaults and "%(default)" not in text and action.default not in (SUPPRESS, None) or (
        kind.show_defaults and "%(default)" not in text and action.default is None and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE))
    ):
        if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
            text += " (default: %(default)s)"
    if "%" in text:
        values = {name: value for name, value in action.__dict__.items() if value is not SUPPRESS}
        values["prog"] = parser.prog
        if action.choices is not None:
            values["choices"] = ", ".join([str(choice) for choice in action.choices])
        if action.type is not None:
            values["type"] = getattr(action.type, "__name__", action.type)
        text = text % values
    return text.split("\n") if kind.keep_help else textwrap.wrap(" ".join(text.split()), width)


def help(parser):
    sections = [usage(parser)]
    keep = parser.formatter_class.keep_description

    def paragraph(text, indent=""):
        text = text.replace("%(prog)s", parser.prog)
        if keep:
            return "\n".join([indent + line for line in text.split("\n")]) + "\n"
        return textwrap.fill(" ".join(text.split()), _WIDTH, initial_indent=indent, subsequent_indent=indent) + "\n"

    def shown(group):
        rows = []
        for action in group._group_actions:
            if action.help is not SUPPRESS:
                rows.append((2, action))
                rows += [(4, entry) for entry in getattr(action, "_helps", ())]
        return rows

    widest = 0
    for group in parser._groups:
        for indent, action in shown(group):
            widest = max(widest, indent + len(action._heading()))
    column = min(widest + 2, _INDENT)
    if parser.description:
        sections.append(paragraph(parser.description))
    for group in parser._groups:
        rows = shown(group)
        if not rows:
            continue
        lines = ["%s:\n" % group.title] if group.title else []
        if group.description:
            lines.append(paragraph(group.description, "  ") + "\n")
        for indent, action in rows:
            heading = " " * indent + action._heading()
            if not action.help:
                lines.append(heading + "\n")
                continue
            texts = _help_lines(parser, action, max(_WIDTH - column, 11))
            if len(heading) <= column - 2:
                lines.append(heading + " " * (column - len(heading)) + texts.pop(0) + "\n")
            else:
                lines.append(heading + "\n")
            lines += [" " * column + text + "\n" for text in texts]
        sections.append("".join(lines))
    if parser.epilog:
        sections.append(paragraph(parser.epilog))
    return "\n".join(sections)
