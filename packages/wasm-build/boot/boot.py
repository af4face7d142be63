# Runs once, when the image is made. Prints what the host needs to know of the interpreter's memory.


def start():
    import builtins, gc, sys, uctypes
    from ujson import dumps

    # A mebibyte of allocation between collections: with upstream's 16 KiB every program collects all the time.
    gc.threshold(1024 * 1024)

    # The value of a run's last expression and its repr (None where the value is None), where the host finds them.
    value_cell = [None, None]

    containers = (str, bytes, bytearray, list, tuple, dict, set, frozenset)

    def text(value):
        # A repr longer than anybody reads would cost the run its fuel, one that fails (a list that holds itself) its success.
        if isinstance(value, containers) and len(value) > 5000:
            return "<%s with %d items>" % (type(value).__name__, len(value))
        try:
            return repr(value)
        except Exception as error:
            return "<%s whose repr raises %s>" % (type(value).__name__, type(error).__name__)

    # What nothing else in the heap refers to: tables of methods.
    kept = []

    def __value__(value, kept=kept):
        value_cell[0] = value
        value_cell[1] = None if value is None else text(value)

    upstream_builtins = builtins.__dict__
    builtins.__value__ = __value__

    class HostError(Exception):
        pass

    builtins.HostError = HostError

    # Bound here, since host functions may have the names of builtins.
    names = "dir", "eval", "getattr", "globals", "hasattr", "isinstance", "issubclass", "len", "print", "repr", "setattr", "type"
    dir, eval, getattr, globals, hasattr, isinstance, issubclass, len, print, repr, setattr, type = (
        builtins.__dict__[name] for name in names
    )

    # The answer is a tuple of the value, or a tuple of an exception's type and message.
    def ask(request):
        answer = host(request)
        if len(answer) == 1:
            return answer[0]
        kind = getattr(builtins, answer[0], None)
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            kind = HostError
        raise kind(answer[1])

    class HostFunction:
        def __init__(self, name, head, doc):
            self.__name__ = name
            self.__doc__ = doc
            self._head = head

        def __call__(self, *args, **kwargs):
            return ask(("call", self.__name__, args, kwargs))

        def __repr__(self):
            return "<host function %s>" % self.__name__

    # The groups of host functions by their dotted names, and the functions.
    groups = {}
    functions = {}

    def prepare(argv, env, texts, modules):
        def place(name, value):
            outer, _, last = name.rpartition(".")
            setattr(groups[outer] if outer else builtins, last, value)

        if argv is not None:
            sys_attributes["argv"][:] = argv
        if env is not None:
            __import__("os").environ.update(env)
        new = [name for name in modules if name not in groups]
        for name in new:
            groups[name] = sys.modules[name] = modules[name]
        for name in new:
            place(name, modules[name])
        for text in texts:
            functions[text[0]] = HostFunction(*text)
            place(text[0], functions[text[0]])

    # Host functions are explained as CPython's help() would; everything else as upstream's does.
    upstream_help = builtins.help

    def describe(function):
        print(function._head)
        if function.__doc__ is not None:
            for line in function.__doc__.split("\n"):
                print("    " + line if line else "")

    def help(*args):
        if not args:
            known = functions.values()
        elif isinstance(args[0], HostFunction):
            known = args
        else:
            known = [getattr(args[0], name, None) for name in dir(args[0])] if isinstance(args[0], type(sys)) else ()
            known = [item for item in known if isinstance(item, HostFunction)]
            if not known and hasattr(args[0], "__code__"):
                __import__("_functions").describe(args[0])
            elif not known:
                upstream_help(args[0])
        for function in known:
            describe(function)

    builtins.help = help

    def find(name):
        first, *rest = name.split(".")
        names = globals()
        if first in names:
            value = names[first]
        else:
            # builtins.__dict__ has only those of C
            try:
                value = eval(first)
            except NameError:
                raise NameError("name '%s' is not defined" % first)
        for part in rest:
            value = getattr(value, part)
        return value

    # What the host gives a run to do.
    def __host_input__():
        kind, *rest = host(("input",))
        if kind == "prepare":
            prepare(*rest)
        elif kind == "set":
            globals()[rest[0]] = rest[1]
        elif kind == "get":
            value_cell[0] = find(rest[0])
            value_cell[1] = None if value_cell[0] is None else ""
        elif kind == "call":
            name, args, kwargs = rest
            __value__(find(name)(*args, **kwargs))

    builtins.__host_input__ = __host_input__

    # Standard input is empty; upstream's input() would wait for it for ever.
    def input(prompt=""):
        print(prompt, end="")
        raise EOFError("EOF when reading a line")

    builtins.input = input

    # Addresses of types for overlay/lowMemory.ts.
    def write(address, *words):
        uctypes.bytearray_at(address, 4 * len(words))[:] = b"".join(word.to_bytes(4, "little") for word in words)

    module = type(sys)
    write(1088, *map(id, (int, bytes, list, tuple, dict, frozenset, module, type)))

    # Functions of the overlay (src/natives.ts): src/boot.ts has made the objects, all but their types. The types differ by the number of arguments.
    # Our own modules import them from `_native`.
    kinds = [id(type(function)) for function in (globals, len, isinstance, setattr, print)]
    class native:
        pass

    sys.modules["_native"] = native
    cell = [None]
    for name, address, kind, method in natives:
        write(address, kinds[kind])
        if method:
            # mp_obj_closure_t that closes over nothing
            write(method, id(type(text)), address, 0)
            address = method
        write(int.from_bytes(uctypes.bytearray_at(id(cell) + 12, 4), "little"), address)
        setattr(native, name, cell[0])
    host = builtins.__host__ = native.host_call

    def vars(*args):
        if not args:
            return builtins.locals()
        try:
            return args[0].__dict__
        except AttributeError:
            raise TypeError("vars() argument must have __dict__ attribute")

    builtins.vars = vars

    # Exceptions that upstream lacks (src/exceptionTypes.ts): the types lie outside the heap.
    for name, address in exception_types.items():
        write(int.from_bytes(uctypes.bytearray_at(id(cell) + 12, 4), "little"), address)
        setattr(builtins, name, cell[0])
    builtins.EnvironmentError = builtins.IOError = OSError

    # What overlay/errors/exceptions.ts finds for all exceptions, and the one that was caught last.
    def add_note(self, note):
        if not isinstance(note, str):
            raise TypeError("note must be a str, not '%s'" % type(note).__name__)
        if not hasattr(self, "__notes__"):
            self.__notes__ = []
        self.__notes__.append(note)

    def with_traceback(self, traceback):
        if traceback is None:
            self.__traceback__ = None
        return self

    methods = {
        "add_note": add_note,
        "with_traceback": with_traceback,
        "__traceback__": lambda self: __import__("_traceback").of(self),
        "__str__": lambda self: str(self),
        "__repr__": lambda self: repr(self),
    }
    native.caught = [None]
    kept.append((methods, native.caught))
    write(1144, id(native.caught), id(methods))

    # Classes: what upstream's __build_class__ does, and metaclasses, keywords, __init_subclass__, __mro_entries__. `type` gives a class's metaclass.
    set_cell, set_locals, set_metaclass = native.set_cell, native.set_locals, native.set_metaclass

    def init_subclass(made, options):
        super(made, made).__init_subclass__(**options)
        return made

    def type_new(meta, name, bases, names, **options):
        return init_subclass(set_metaclass(type(name, bases, names), meta), options)

    def resolve(bases, names):
        found = []
        for base in bases:
            if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
                names["__orig_bases__"] = bases
                found.extend(base.__mro_entries__(bases))
            else:
                found.append(base)
        return tuple(found)

    def build_class(body, name, *bases, **options):
        meta = options.pop("metaclass", type) if options else type
        names = {}
        for base in bases:
            kind = type(base)
            if kind is not type:
                if not isinstance(base, type):
                    bases = resolve(bases, names)
                    for base in bases:
                        if type(base) is not type and isinstance(base, type) and issubclass(type(base), meta):
                            meta = type(base)
                    break
                if issubclass(kind, meta):
                    meta = kind
        return build_in(meta, names, body, name, bases, options)

    def build_in(meta, names, body, name, bases, options):
        if meta is not type and hasattr(meta, "__prepare__"):
            names.update(meta.__prepare__(name, bases, **options))
        outer = set_locals(names)
        try:
            cell = body()
        finally:
            set_locals(outer)
        # upstream asks an index, too, for its __int__
        if "__index__" in names:
            names.setdefault("__int__", names["__index__"])
        if meta is type:
            made = type(name, bases, names)
            set_cell(cell, made)
            return init_subclass(made, options)
        made = call_meta(meta, name, bases, names, **options) if isinstance(meta, type) else meta(name, bases, names, **options)
        set_cell(cell, made)
        return made

    def call_meta(meta, name, bases, names, **options):
        made = meta.__new__(meta, name, bases, names, **options)
        if isinstance(made, type):
            if meta.__init__ not in (type.__init__, object.__init__):
                meta.__init__(made, name, bases, names, **options)
            if hasattr(meta, "_made"):
                meta._made(made)
        return made

    builtins.__build_class__ = build_class

    def no_options(cls, **options):
        if options:
            raise TypeError("%s.__init_subclass__() takes no keyword arguments" % cls.__name__)

    def same(self, other):
        return True if self is other else NotImplemented

    def different(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def plain_format(self, spec):
        if not spec:
            return str(self)
        if isinstance(self, str):
            return format(self + "", spec)
        if isinstance(self, (int, float)):
            return format(self + 0, spec)
        raise TypeError("unsupported format string passed to %s.__format__" % type(self).__name__)

    # What a class does when it is called, whatever its metaclass says.
    def make(cls, *args, **kwargs):
        if not isinstance(cls, type):
            return cls(*args, **kwargs)
        new = cls.__new__
        made = new(cls) if new is object.__new__ else new(cls, *args, **kwargs)
        kind = type(made)
        if issubclass(kind, cls) and kind.__init__ is not object.__init__:
            kind.__init__(made, *args, **kwargs)
        return made

    class_methods = {
        "__init_subclass__": no_options,
        "__class_getitem__": lambda cls, item: __import__("_generic").GenericAlias(cls, item),
        "__or__": lambda a, b: __import__("_generic").union(a, b),
        "mro": lambda cls: list(cls.__mro__),
        "__eq__": same,
        "__ne__": different,
        "__hash__": lambda self: id(self) >> 4,
        "__str__": lambda self: repr(self),
        "__repr__": lambda self: "<%s.%s object at %s>" % (type(self).__module__, type(self).__name__, hex(id(self))),
        "__format__": plain_format,
        "__getattribute__": lambda self, name: getattr(self, name),
        "__len__": lambda self: len(self),
        "__iter__": lambda self: iter(self),
        "__contains__": lambda self, item: item in self,
        "__call__": make,
        "__call_meta__": call_meta,
        "__type_init__": lambda *args, **options: None,
        "__type_setattr__": native.class_setattr,
        "__type_delattr__": native.class_delattr,
        "__missing_item__": native.missing_item,
        "__function__": lambda function, name: __import__("_functions").attribute(function, name),
        "__late_builtin__": lambda name: getattr(__import__("_groups"), name),
        "__mapping__": lambda value: {key: value[key] for key in value.keys()},
        "__subclasses__": lambda cls: list(cls.__dict__.get("__subclasses__", ())),
        "__make__": lambda kind, *args: __import__("_special").make(kind, args),
        "__arity__": lambda callee, *counts: __import__("_arity").refuse(callee, *counts),
        "__hint__": lambda module, name, importing: __import__("_hints").give(module, name, importing),
        "__special__": lambda value, name: __import__("_special").find(value, name),
    }
    function_attributes = {}
    kept.append((class_methods, type_new, function_attributes))
    write(1128, id(function_attributes))
    write(1132, id(type_new), id(native.native_new), id(class_methods))

    # sys gets a dict of its own, so that its attributes can be set. prepare() above keeps it alive: the collector does not look into constant modules.
    sys_attributes = dict(sys.__dict__)
    for name in ("path", "ps1", "ps2"):
        sys_attributes[name] = getattr(sys, name)
    # what lib/_sys.py says better
    for name in ("implementation", "maxsize", "platform", "version", "version_info"):
        del sys_attributes[name]

    def find_in_sys(name):
        more = __import__("_sys").__dict__
        if name not in more:
            raise AttributeError("module 'sys' has no attribute '%s'" % name)
        value = sys_attributes[name] = more[name]
        return value

    sys_attributes["__getattr__"] = find_in_sys
    # each import asks for it
    sys_attributes["__init__"] = lambda: None
    write(id(sys) + 4, id(sys_attributes))
    write(1152, id(sys_attributes), id(sys.stdout))

    # packages/stdlib/lib: what replaces or completes MicroPython's own modules. They are imported when a program does so; these exceptions are always there.
    sys.path[:] = ["<sandbox>", "", ".frozen"]
    def open(*args, **kwargs):
        return __import__("io").open(*args, **kwargs)

    builtins.open = open

    # packages/stdlib/builtins: each file's functions become methods of the type that it is named after, those of builtins.py become builtins. The new tables lie in
    # the heap, where `kept` holds them.
    def word(address):
        return int.from_bytes(uctypes.bytearray_at(address, 4), "little")

    def extend(kind, methods):
        at = word(id(kind) + 16 + 4 * uctypes.bytearray_at(id(kind) + 19, 1)[0]) + 4
        old = uctypes.bytearray_at(word(at + 8), 8 * word(at + 4))
        entries = {word(uctypes.addressof(old) + i): old[i : i + 8] for i in range(0, len(old), 8)}
        for name, method in methods.items():
            key = id(name)
            entries[key] = key.to_bytes(4, "little") + id(method).to_bytes(4, "little")
        table = bytearray(b"".join(entries.values()))
        kept.append((table, methods))
        write(at, len(entries) << 3 | 7, len(entries), uctypes.addressof(table))

    for name, names in builtin_methods.items():
        methods = {key: value for key, value in names.items() if key[0] != "_" or key[:2] == "__"}
        if name == "builtins":
            for key in methods:
                setattr(builtins, key, methods[key])
        else:
            extend(getattr(builtins, name), methods)

    # exec, eval and compile, of source that MicroPython cannot compile, or would compile wrongly: the host lowers it (src/frontend).
    def add_compilers(upstream_compile, upstream_exec, upstream_eval):
        def lower(source, mode, filename, failed):
            answer = ask(("lower", source, mode, filename, failed))
            if isinstance(answer, tuple):
                kind, message, filename, line, column, text, end_column = answer
                error = getattr(builtins, kind)("%s (%s, line %d)" % (message, filename, line))
                error.msg, error.filename, error.lineno, error.offset, error.text = message, filename, line, column, text
                error.end_lineno, error.end_offset = line, end_column
                raise error
            return answer

        def compile(source, filename="<string>", mode="exec", flags=0, dont_inherit=False, optimize=-1):
            if not isinstance(source, str):
                source = str(source, "utf-8")
            if mode == "eval":
                source = source.lstrip(" \t")
            if "class" in source or "__future__" in source:
                source = lower(source, mode, filename, False) or source
            try:
                return upstream_compile(source, filename, mode)
            except SyntaxError:
                pass
            return upstream_compile(lower(source, mode, filename, True), filename, mode)

        def exec(source, *scopes):
            if isinstance(source, (str, bytes, bytearray)):
                source = compile(source)
            upstream_exec(source, *scopes)

        def eval(source, *scopes):
            if isinstance(source, (str, bytes, bytearray)):
                source = compile(source, "<string>", "eval")
            return upstream_eval(source, *scopes)

        builtins.compile, builtins.exec, builtins.eval = compile, exec, eval

    add_compilers(builtins.compile, builtins.exec, builtins.eval)

    # What lowered source calls comes with its first use: lib/_lowered.py puts itself in the place of these.
    def lowered(name):
        return lambda *args, **kwargs: getattr(__import__("_lowered"), name)(*args, **kwargs)

    for name in (
        "__unpack_list__",
        "__unpack_tuple__",
        "__unpack_set__",
        "__unpack_dict__",
        "__decorator__",
        "__annotation__",
        "__type_alias__",
        "__async_generator__",
        "__async_iterable__",
        "__async_value__",
        "__comprehension__",
        "__except_star__",
        "__local__",
        "__locals__",
        "__loop__",
        "__match_sequence__",
        "__match_rest__",
        "__match_mapping__",
        "__match_class__",
    ):
        setattr(builtins, name, lowered(name))

    # The module `builtins` gets the dict of what was bound in it, with all that upstream has: attributes of the module are then found where names are.
    names = native.changed_builtins()
    for name, value in upstream_builtins.items():
        names.setdefault(name, value)

    def find_in_builtins(name):
        # each import asks for it
        if name == "__init__":
            return lambda: None
        if name in ("ExceptionGroup", "BaseExceptionGroup"):
            return getattr(__import__("_groups"), name)
        raise AttributeError("module 'builtins' has no attribute '%s'" % name)

    names["__getattr__"] = find_in_builtins
    names["__builtins__"] = builtins
    write(id(builtins) + 4, id(names))
    sys.modules["__main__"] = __import__("__main__")

    types = [int, float, str, bytes, bytearray, list, tuple, dict, set, frozenset]
    facts = {"type_" + kind.__name__: id(kind) for kind in types}
    facts["type_module"] = id(type(sys))
    facts["value_cell"] = id(value_cell)
    sys.argv[:] = [""]
    print(dumps(facts))


start()
del start, natives, exception_types, builtin_methods
import gc

gc.collect()
del gc
