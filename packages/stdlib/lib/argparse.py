# Command lines: what they may hold, what they hold, and what the user is told.
import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER = "?", "*", "+", "...", "A..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = None if argument is None else argument._label()
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else "argument %s: %s" % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join(["%s=%r" % pair for pair in self.__dict__.items()]))


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        try:
            return open(string, self._mode)
        except OSError as error:
            raise ArgumentTypeError("can't open '%s': %s" % (string, error))


class Action:
    def __init__(
        self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None
    ):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def _label(self):
        if self.option_strings:
            return "/".join(self.option_strings)
        if self.metavar not in (None, SUPPRESS):
            return self.metavar
        return None if self.dest in (None, SUPPRESS) else self.dest

    # What stands for one value in the help.
    def _names(self, count):
        metavar = self.metavar
        if metavar is None:
            if self.choices is not None:
                metavar = "{%s}" % ",".join([str(choice) for choice in self.choices])
            else:
                metavar = self.dest.upper() if self.option_strings else self.dest
        return metavar if isinstance(metavar, tuple) else (metavar,) * count

    def _values_text(self):
        nargs = self.nargs
        if nargs is None:
            return self._names(1)[0]
        if nargs == OPTIONAL:
            return "[%s]" % self._names(1)[0]
        if nargs == ZERO_OR_MORE:
            names = self._names(1)
            return "[%s ...]" % names[0]
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % self._names(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % self._names(1)[0]
        return " ".join(self._names(nargs))

    def _heading(self):
        if not self.option_strings:
            return self._names(1)[0]
        if self.nargs == 0:
            return ", ".join(self.option_strings)
        return ", ".join(["%s %s" % (option, self._values_text()) for option in self.option_strings])

    def _usage(self):
        if not self.option_strings:
            return self._values_text()
        text = self.option_strings[0]
        if self.nargs != 0:
            text += " " + self._values_text()
        elif isinstance(self, BooleanOptionalAction):
            text = " | ".join(self.option_strings)
        return text if self.required else "[%s]" % text

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _Store(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _NoValue(Action):
    def __init__(self, option_strings, dest, **kwargs):
        super().__init__(option_strings, dest, nargs=0, **kwargs)


class _StoreConst(_NoValue):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_StoreConst):
    def __init__(self, option_strings, dest, default=False, **kwargs):
        super().__init__(option_strings, dest, const=True, default=default, **kwargs)


class _StoreFalse(_StoreConst):
    def __init__(self, option_strings, dest, default=True, **kwargs):
        super().__init__(option_strings, dest, const=False, default=default, **kwargs)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, **kwargs):
        options = []
        for option in option_strings:
            options.append(option)
            if option[:2] == "--":
                options.append("--no-" + option[2:])
        super().__init__(options, dest, nargs=0, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))


class _Append(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [values])


class _AppendConst(_NoValue):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [self.const])


class _Extend(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + list(values))


class _Count(_NoValue):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(_NoValue):
    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(_NoValue):
    def __init__(self, option_strings, dest, version=None, help="show program's version number and exit", **kwargs):
        super().__init__(option_strings, dest, help=help, default=SUPPRESS, **kwargs)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        print(self.version.replace("%(prog)s", parser.prog))
        parser.exit()


class _SubParsers(Action):
    def __init__(self, parser, dest, prog, required, help, metavar):
        super().__init__([], dest, nargs=PARSER, choices={}, required=required, help=help, metavar=metavar)
        self._parser = parser
        self._prog = prog
        self._helps = []

    def add_parser(self, name, help=None, aliases=(), **kwargs):
        kwargs.setdefault("prog", "%s %s" % (self._prog, name))
        parser = type(self._parser)(**kwargs)
        if help is not None:
            shown = name + (" (%s)" % ", ".join(aliases) if aliases else "")
            self._helps.append(Action([], shown, help=help))
        for known in (name,) + tuple(aliases):
            self.choices[known] = parser
        return parser

    def _label(self):
        if self.metavar or self.dest != SUPPRESS:
            return self.metavar or self.dest
        return "{%s}" % ",".join(self.choices)

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest != SUPPRESS:
            setattr(namespace, self.dest, name)
        found, extra = self.choices[name].parse_known_args(rest)
        for key, value in found.__dict__.items():
            setattr(namespace, key, value)
        if extra:
            namespace._extra = getattr(namespace, "_extra", []) + extra


_actions = {
    None: _Store,
    "store": _Store,
    "store_const": _StoreConst,
    "store_true": _StoreTrue,
    "store_false": _StoreFalse,
    "append": _Append,
    "append_const": _AppendConst,
    "extend": _Extend,
    "count": _Count,
    "help": _Help,
    "version": _Version,
}


class HelpFormatter:
    keep_description = keep_help = show_defaults = False


class RawDescriptionHelpFormatter(HelpFormatter):
    keep_description = True


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    keep_help = True


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    show_defaults = True


MetavarTypeHelpFormatter = HelpFormatter


class _Group:
    def __init__(self, parser, title=None, description=None):
        self._parser = parser
        self.title = title
        self.description = description
        self._group_actions = []

    def add_argument(self, *flags, **kwargs):
        action = self._parser._make(flags, kwargs)
        self._group_actions.append(action)
        return action

    def add_mutually_exclusive_group(self, required=False):
        return self._parser._exclude(self, required)


class _Exclusive:
    def __init__(self, group, required):
        self._group = group
        self.required = required
        self._group_actions = []

    def add_argument(self, *flags, **kwargs):
        action = self._group.add_argument(*flags, **kwargs)
        self._group_actions.append(action)
        return action


class ArgumentParser:
    def __init__(
        self,
        prog=None,
        usage=None,
        description=None,
        epilog=None,
        parents=(),
        formatter_class=HelpFormatter,
        prefix_chars="-",
        fromfile_prefix_chars=None,
        argument_default=None,
        conflict_handler="error",
        add_help=True,
        allow_abbrev=True,
        exit_on_error=True,
    ):
        if prog is None:
            prog = (sys.argv[0] if sys.argv else "").split("/")[-1]
        self.prog = prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.argument_default = argument_default
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusives = []
        self._subparsers = None
        self._positionals = _Group(self, "positional arguments")
        self._optionals = _Group(self, "options")
        self._groups = [self._positionals, self._optionals]
        if add_help:
            self.add_argument("-h", "--help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            for group in parent._groups:
                mine = self._positionals if group is parent._positionals else self._optionals if group is parent._optionals else None
                if mine is None:
                    mine = self.add_argument_group(group.title, group.description)
                for action in group._group_actions:
                    self._add(action)
                    mine._group_actions.append(action)
            self._defaults.update(parent._defaults)

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, required=False):
        return self._exclude(self, required)

    def _exclude(self, group, required):
        made = _Exclusive(group, required)
        self._exclusives.append(made)
        return made

    def add_subparsers(self, title=None, description=None, dest=SUPPRESS, required=False, help=None, metavar=None, prog=None):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        if prog is None:
            prog = " ".join([self.prog] + [action._values_text() for action in self._actions if not action.option_strings])
        action = self._subparsers = _SubParsers(self, dest, prog, required, help, metavar)
        group = self._positionals if title is None and description is None else self.add_argument_group(title or "subcommands", description)
        group._group_actions.append(action)
        self._actions.append(action)
        return action

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *flags, **kwargs):
        group = self._optionals if flags and flags[0][:1] == "-" else self._positionals
        return group.add_argument(*flags, **kwargs)

    def _make(self, flags, kwargs):
        kind = kwargs.pop("action", None)
        if isinstance(kind, str) or kind is None:
            if kind not in _actions:
                raise ValueError('unknown action "%s"' % kind)
            kind = _actions[kind]
        if flags and flags[0][:1] == "-":
            dest = kwargs.pop("dest", None)
            if dest is None:
                long = [flag for flag in flags if flag[:2] == "--"] or list(flags)
                dest = long[0].lstrip("-").replace("-", "_")
                if not dest:
                    raise ValueError("dest= is required for options like '%s'" % flags[0])
            options = list(flags)
        else:
            if len(flags) > 1:
                raise ValueError("invalid option string '%s': must start with a character '-'" % flags[0])
            dest = flags[0] if flags else kwargs.pop("dest")
            options = []
            if "required" in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            kwargs["required"] = kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE, REMAINDER)
        if "default" not in kwargs and dest in self._defaults:
            kwargs["default"] = self._defaults[dest]
        elif "default" not in kwargs and self.argument_default is not None:
            kwargs["default"] = self.argument_default
        return self._add(kind(options, dest, **kwargs))

    def _add(self, action):
        if action.type is not None and not callable(action.type):
            raise ValueError("%r is not callable" % (action.type,))
        if action.nargs == 0 and isinstance(action, (_Store, _Append)):
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate")
        taken = [option for option in action.option_strings if option in self._options]
        if taken:
            raise ArgumentError(action, "conflicting option string%s: %s" % ("" if len(taken) == 1 else "s", ", ".join(taken)))
        for option in action.option_strings:
            self._options[option] = action
        self._actions.append(action)
        return action

    def parse_args(self, args=None, namespace=None):
        namespace, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error("unrecognized arguments: " + " ".join(extra))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest != SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            return namespace, __import__("_argparse").parse(self, args, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))

    parse_intermixed_args = parse_args

    def format_usage(self):
        return __import__("_argparse").usage(self)

    def format_help(self):
        return __import__("_argparse").help(self)

    def print_usage(self, file=None):
        self._print(self.format_usage(), file)

    def print_help(self, file=None):
        self._print(self.format_help(), file)

    def _print(self, text, file):
        (sys.stdout if file is None else file).write(text)

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))
