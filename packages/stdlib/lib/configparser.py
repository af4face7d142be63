# Configuration files in the INI style.

import re

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        super().__init__(msg)

    def __str__(self):
        return self.message


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__("No section: %r" % (section,))
        self.section = section


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        where = "" if source is None else "While reading from %r [line %2d]: " % (source, lineno)
        text = "section %r already exists" % (section,)
        super().__init__(where + text if where else text[0].upper() + text[1:])
        self.section = section


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        where = "" if source is None else "While reading from %r [line %2d]: " % (source, lineno)
        text = "option %r in section %r already exists" % (option, section)
        super().__init__(where + text if where else text[0].upper() + text[1:])
        self.section = section
        self.option = option


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__("No option %r in section: %r" % (option, section))
        self.option = option
        self.section = section


class InterpolationError(Error):
    pass


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(
            "Bad value substitution: option %r in section %r contains an interpolation key %r which is not a valid option name. "
            "Raw value: %r" % (option, section, reference, rawval)
        )


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(
            "Recursion limit exceeded in value substitution: option %r in section %r contains an interpolation key which "
            "cannot be substituted in %d steps. Raw value: %r" % (option, section, MAX_INTERPOLATION_DEPTH, rawval)
        )


class ParsingError(Error):
    def __init__(self, source):
        super().__init__("Source contains parsing errors: %r" % source)
        self.source = source
        self.errors = []

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))


class BasicInterpolation:
    _key = r"%\(([^)]+)\)s"

    def get(self, parser, section, option, value, names, depth=1):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, value)
        out = []
        rest = value
        while rest:
            at = rest.find("%")
            if at < 0:
                out.append(rest)
                break
            out.append(rest[:at])
            rest = rest[at:]
            if rest[1:2] == "%":
                out.append("%")
                rest = rest[2:]
                continue
            match = re.match(self._key, rest)
            if rest[1:2] != "(":
                raise InterpolationSyntaxError("'%%' must be followed by '%%' or '(', found: %r" % (rest,))
            if match is None:
                raise InterpolationSyntaxError("bad interpolation variable reference %r" % rest)
            name = parser.optionxform(match.group(1))
            rest = rest[match.end() :]
            if name not in names:
                raise InterpolationMissingOptionError(option, section, value, name)
            out.append(self.get(parser, section, option, names[name], names, depth + 1))
        return "".join(out)


class ExtendedInterpolation(BasicInterpolation):
    _key = r"\$\{([^}]+)\}"

    def get(self, parser, section, option, value, names, depth=1):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, value)

        def one(match):
            if match.group() == "$$":
                return "$"
            if match.group(1) is None:
                raise InterpolationSyntaxError("'$' must be followed by '$' or '{', found: %r" % value[match.start() :])
            place, _, name = match.group(1).rpartition(":")
            try:
                if place:
                    text = parser.get(place, parser.optionxform(name), raw=True)
                    return self.get(parser, place, name, text, parser._names(place), depth + 1)
                text = names[parser.optionxform(name)]
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, value, match.group(1))
            return self.get(parser, section, option, text, names, depth + 1)

        return re.sub(r"\$\$|\$\{([^}]+)\}|\$", one, value)


class SectionProxy:
    def __init__(self, parser, name):
        self.parser = parser
        self.name = name

    def __getitem__(self, key):
        if not self.parser.has_option(self.name, key):
            raise KeyError(key)
        return self.parser.get(self.name, key)

    def __setitem__(self, key, value):
        self.parser.set(self.name, key, value)

    def __delitem__(self, key):
        if not self.parser.has_option(self.name, key) or not self.parser.remove_option(self.name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self.parser.has_option(self.name, key)

    def __len__(self):
        return len(self.keys())

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        return list(self.parser._names(self.name))

    def items(self):
        return [(key, self[key]) for key in self.keys()]

    def values(self):
        return [self[key] for key in self.keys()]

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self.parser.get(self.name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None):
        return self.parser.getint(self.name, option, fallback=fallback)

    def getfloat(self, option, fallback=None):
        return self.parser.getfloat(self.name, option, fallback=fallback)

    def getboolean(self, option, fallback=None):
        return self.parser.getboolean(self.name, option, fallback=fallback)

    def __repr__(self):
        return "<Section: %s>" % self.name


class RawConfigParser:
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    _interpolation = None

    def __init__(
        self,
        defaults=None,
        dict_type=dict,
        allow_no_value=False,
        *,
        delimiters=("=", ":"),
        comment_prefixes=("#", ";"),
        inline_comment_prefixes=None,
        strict=True,
        empty_lines_in_values=True,
        default_section=DEFAULTSECT,
        interpolation=_UNSET,
        converters=None
    ):
        self._sections = {}
        self._defaults = {}
        self._no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines = empty_lines_in_values
        self.default_section = default_section
        if interpolation is not _UNSET:
            self._interpolation = interpolation
        for key, value in (defaults or {}).items():
            self._defaults[self.optionxform(key)] = value

    def optionxform(self, option):
        return option.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list(self._names(section))

    # All names that a section sees, those of the defaults last.
    def _names(self, section):
        if section == self.default_section:
            return dict(self._defaults)
        if section not in self._sections:
            raise NoSectionError(section)
        names = dict(self._sections[section])
        for key, value in self._defaults.items():
            if key not in names:
                names[key] = value
        return names

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(name)
        return done

    def read_file(self, f, source=None):
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        for section, values in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            for key, value in values.items():
                self.set(section, self.optionxform(str(key)), None if value is None else str(value))

    def _read(self, lines, source):
        target = name = option = None
        indent = 0
        seen_sections, seen_options = set(), set()
        fault = None
        values = {}
        lineno = 0
        for line in lines:
            lineno += 1
            text = line.strip()
            comment = text.startswith(self._comments) if self._comments else False
            if comment:
                text = ""
            for prefix in self._inline:
                at = text.find(prefix)
                while at > 0 and not text[at - 1].isspace():
                    at = text.find(prefix, at + 1)
                if at >= 0:
                    text = text[:at].strip()
            if not text:
                if self._empty_lines and not comment and option is not None and values.get((name, option)) is not None:
                    values[name, option].append("")
                elif not self._empty_lines:
                    indent = 1 << 30
                continue
            depth = len(line) - len(line.lstrip())
            if target is not None and option and depth > indent and values.get((name, option)) is not None:
                values[name, option].append(text)
                continue
            indent = depth
            if text[0] == "[" and "]" in text:
                name = text[1 : text.rindex("]")]
                option = None
                if name == self.default_section:
                    target = self._defaults
                else:
                    if name in self._sections:
                        if self._strict and name in seen_sections:
                            raise DuplicateSectionError(name, source, lineno)
                    else:
                        self._sections[name] = {}
                    seen_sections.add(name)
                    target = self._sections[name]
                continue
            if target is None:
                raise MissingSectionHeaderError(source, lineno, line)
            at = -1
            for mark in self._delimiters:
                found = text.find(mark)
                if found >= 0 and (at < 0 or found < at):
                    at = found
                    delimiter = mark
            if at < 0 and not self._no_value or at == 0:
                if fault is None:
                    fault = ParsingError(source)
                fault.append(lineno, repr(line))
                continue
            option = self.optionxform((text if at < 0 else text[:at]).rstrip())
            if self._strict and (name, option) in seen_options:
                raise DuplicateOptionError(name, option, source, lineno)
            seen_options.add((name, option))
            values[name, option] = None if at < 0 else [text[at + len(delimiter) :].strip()]
            target[option] = None
        if fault is not None:
            raise fault
        for (section, option), parts in values.items():
            target = self._defaults if section == self.default_section else self._sections[section]
            target[option] = None if parts is None else "\n".join(parts).rstrip()

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            names = self._names(section)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        if vars:
            for key, value in vars.items():
                names[self.optionxform(key)] = str(value)
        option = self.optionxform(option)
        if option not in names:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = names[option]
        if raw or value is None or self._interpolation is None:
            return value
        return self._interpolation.get(self, section, option, value, names)

    def _converted(self, section, option, convert, raw, vars, fallback):
        value = self.get(section, option, raw=raw, vars=vars, fallback=_MISSING if fallback is not _UNSET else _UNSET)
        return fallback if value is _MISSING else convert(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, int, raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, float, raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, self._boolean, raw, vars, fallback)

    def _boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in self]
        own = self._names(section)
        names = [key for key in self._defaults] + [key for key in own if key not in self._defaults]
        return [(key, self.get(section, key, raw=raw, vars=vars)) for key in names]

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        return section in self._sections and self.optionxform(option) in self._names(section)

    def set(self, section, option, value=None):
        if not section or section == self.default_section:
            target = self._defaults
        elif section in self._sections:
            target = self._sections[section]
        else:
            raise NoSectionError(section)
        target[self.optionxform(option)] = value

    def remove_option(self, section, option):
        target = self._defaults if not section or section == self.default_section else self._sections.get(section)
        if target is None:
            raise NoSectionError(section)
        return target.pop(self.optionxform(option), _MISSING) is not _MISSING

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def write(self, fp, space_around_delimiters=True):
        mark = " %s " % self._delimiters[0] if space_around_delimiters else self._delimiters[0]
        groups = [(self.default_section, self._defaults)] if self._defaults else []
        for name, values in groups + list(self._sections.items()):
            fp.write("[%s]\n" % name)
            for key, value in values.items():
                if value is None and self._no_value:
                    fp.write(key + "\n")
                else:
                    fp.write("%s%s%s\n" % (key, mark, str(value).replace("\n", "\n\t")))
            fp.write("\n")

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if key not in self._sections:
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section] + list(self._sections))

    def keys(self):
        return list(self)


_MISSING = object()


class ConfigParser(RawConfigParser):
    _interpolation = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and not (value is None and self._no_value):
            raise TypeError("option values must be strings")
        if value and isinstance(self._interpolation, BasicInterpolation) and not isinstance(self._interpolation, ExtendedInterpolation):
            left = re.sub(r"%\([^)]+\)s", "", value.replace("%%", ""))
            if "%" in left:
                raise ValueError("invalid interpolation syntax in %r at position %d" % (value, value.find("%")))
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)
