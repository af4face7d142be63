# What is said of modules and names that CPython has and this sandbox lacks. Imported when a program has asked for one.

import sys

# Those where what is not there may be a module.
_PACKAGES = ("xml", "urllib", "html", "concurrent", "logging", "unittest", "requests")

# What to use instead. Others of CPython's modules are in _ABSENT.
_INSTEAD = {
    "numpy": "use lists, array, math and statistics",
    "pandas": "use csv, json, collections and statistics",
    "scipy": "use math, statistics and fractions",
    "sympy": "use fractions, decimal and math",
    "matplotlib": "print the data, or return it",
    "seaborn": "print the data, or return it",
    "plotly": "print the data, or return it",
    "PIL": None,
    "cv2": None,
    "sklearn": "use statistics and math",
    "torch": "use lists and math",
    "tensorflow": "use lists and math",
    "httpx": "use requests or urllib.request, where the network is allowed",
    "aiohttp": "use requests or urllib.request, where the network is allowed",
    "bs4": "use html.parser, xml.etree.ElementTree or re",
    "lxml": "use xml.etree.ElementTree",
    "yaml": "use json, tomllib or configparser",
    "toml": "use tomllib",
    "ujson": "use json",
    "orjson": "use json",
    "simplejson": "use json",
    "dateutil": "use datetime",
    "pytz": "use datetime.timezone",
    "regex": "use re",
    "attr": "use dataclasses",
    "attrs": "use dataclasses",
    "pydantic": "use dataclasses",
    "pytest": "use unittest or assert",
    "tabulate": "use str.format and str.ljust",
    "rich": "use print",
    "tqdm": "use a plain loop",
    "click": "use argparse",
    "networkx": "use dicts, heapq and graphlib",
    "six": None,
    "flask": None,
    "django": None,
    "fastapi": None,
    "sqlalchemy": None,
    "openpyxl": "use csv",
    "multiprocessing": "use plain calls or concurrent.futures",
    "subprocess": "no programs can be run",
    "_thread": "use threading or asyncio",
    "socket": "use requests or urllib.request, where the network is allowed",
    "socketserver": "no connections can be accepted",
    "ssl": "use requests or urllib.request, where the network is allowed",
    "http": "use requests or urllib.request, where the network is allowed",
    "ftplib": "use requests or urllib.request, where the network is allowed",
    "smtplib": "no connections can be made",
    "sqlite3": "use dicts, or json and csv files",
    "pickle": "use json or copy.deepcopy",
    "shelve": "use json",
    "marshal": "use json",
    "dbm": "use json",
    "ctypes": "use struct",
    "mmap": "use open",
    "tkinter": "use print",
    "turtle": "use print",
    "curses": "use print",
    "readline": "use input",
    "bz2": "use zlib or gzip",
    "lzma": "use zlib or gzip",
    "zipfile": "use zlib or gzip",
    "dis": None,
    "tokenize": "use re",
    "cProfile": "use time.perf_counter or timeit",
    "profile": "use time.perf_counter or timeit",
    "tracemalloc": "use sys.getsizeof",
    "pdb": "use print",
    "signal": None,
    "email": None,
    "locale": None,
    "gettext": None,
    "optparse": "use argparse",
    "getopt": "use argparse",
    "imp": "use import",
}

_ABSENT = (
    "aifc antigravity asynchat asyncore atexit audioop bdb cgi cgitb chunk cmd code codeop compileall copyreg crypt "
    "doctest ensurepip faulthandler fcntl filecmp fileinput getpass grp idlelib imaplib imghdr "
    "lib2to3 linecache mailbox mailcap mimetypes modulefinder msilib msvcrt netrc nis nntplib nturl2path opcode ossaudiodev pickletools pipes "
    "pkgutil plistlib poplib posix posixpath pstats pty pwd py_compile pyclbr pydoc quopri resource rlcompleter runpy select "
    "selectors site smtpd sndhdr spwd stringprep sunau symtable sysconfig syslog tabnanny tarfile telnetlib termios token trace tty "
    "uu venv wave webbrowser winreg winsound wsgiref xdrlib xmlrpc zipapp zipimport"
)

# Functions of CPython 3.11's modules that are not here.
_NAMES = {
    "ast": "parse dump unparse walk NodeVisitor NodeTransformer fix_missing_locations iter_child_nodes iter_fields get_docstring Expression",
    "unicodedata": "name lookup bidirectional mirrored ucd_3_2_0",
    "time": "CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI CLOCK_THREAD_CPUTIME_ID clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns pthread_getcpuclockid",
    "calendar": "LocaleHTMLCalendar LocaleTextCalendar",
    "zoneinfo": "InvalidTZPathWarning",
    "csv": "",
    "io": "BlockingIOError BufferedRWPair IncrementalNewlineDecoder RawIOBase TextIOBase open_code text_encoding",
    "base64": "decode encode",
    "binascii": "a2b_qp a2b_uu b2a_qp b2a_uu",
    "hmac": "digest_size trans_36 trans_5C",
    "uuid": "Enum bytes_ int_",
    "array": "ArrayType typecodes",
    "urllib.parse": "DefragResultBytes ParseResultBytes SplitResultBytes",
    "enum": "EnumCheck FlagBoundary global_enum_repr global_flag_repr global_str pickle_by_enum_name pickle_by_global_name",
    "typing": "ParamSpecArgs ParamSpecKwargs",
    "difflib": "HtmlDiff diff_bytes",
    "inspect": "ArgInfo Arguments Attribute BlockFinder CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED CO_VARARGS CO_VARKEYWORDS ClassFoundException ClosureVars EndOfBlock FrameInfo GEN_CLOSED GEN_CREATED GEN_RUNNING GEN_SUSPENDED TPFLAGS_IS_ABSTRACT Traceback classify_class_attrs findsource formatannotationrelativeto formatargvalues get_annotations getabsfile getargs getargvalues getattr_static getblock getcallargs getclasstree getclosurevars getcomments getcoroutinelocals getcoroutinestate getframeinfo getgeneratorlocals getgeneratorstate getinnerframes getlineno getmembers_static getmodulename getouterframes indentsize iscode isframe isgetsetdescriptor ismemberdescriptor ismethodwrapper istraceback trace walktree",
    "traceback": "print_last walk_stack",
    "logging": "BufferingFormatter getLogRecordFactory setLogRecordFactory",
    "asyncio": "AbstractChildWatcher AbstractEventLoopPolicy AbstractServer BaseProtocol BaseTransport BufferedProtocol DatagramProtocol DatagramTransport DefaultEventLoopPolicy FastChildWatcher IncompleteReadError LimitOverrunError MultiLoopChildWatcher PidfdChildWatcher Protocol ReadTransport SafeChildWatcher SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter SubprocessProtocol SubprocessTransport ThreadedChildWatcher Transport WriteTransport create_subprocess_exec create_subprocess_shell get_child_watcher get_event_loop_policy open_connection open_unix_connection set_child_watcher set_event_loop_policy start_server start_unix_server",
    "weakref": "CallableProxyType ProxyType ProxyTypes",
    "sys": "abiflags addaudithook api_version audit breakpointhook call_tracing displayhook excepthook float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks getdlopenflags getfilesystemencodeerrors getprofile getswitchinterval hash_info meta_path path_hooks path_importer_cache platlibdir pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags setprofile setswitchinterval thread_info unraisablehook",
    "os": "abort chmod chown chroot close closerange confstr confstr_names copy_file_range cpu_count ctermid defpath device_encoding dup dup2 environb eventfd eventfd_read eventfd_write execl execle execlp execlpe execv execve execvp execvpe fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf fsdecode fsencode fstat fstatvfs fsync ftruncate fwalk get_blocking get_exec_path get_inheritable get_terminal_size getcwdb getegid getenvb geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid getpriority getrandom getresgid getresuid getsid getuid getxattr initgroups isatty kill killpg lchown link listxattr lockf login_tty lseek major makedev memfd_create minor mkfifo mknod nice open openpty pathconf pathconf_names pidfd_open pipe pipe2 popen posix_fadvise posix_fallocate posix_spawn posix_spawnp pread preadv putenv pwrite pwritev read readlink readv register_at_fork removexattr renames sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile set_blocking set_inheritable setegid seteuid setgid setgroups setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe splice statvfs statvfs_result supports_bytes_environ symlink sync sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size times times_result truncate ttyname umask uname uname_result unsetenv urandom utime wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode write writev",
    "os.path": "altsep defpath devnull expandvars extsep pathsep sameopenfile samestat supports_unicode_filenames",
    "pathlib": "PureWindowsPath WindowsPath",
    "platform": "freedesktop_os_release java_ver mac_ver system_alias uname_result win32_edition win32_is_iot win32_ver",
    "xml.etree.ElementTree": "C14NWriterTarget XMLPullParser canonicalize",
    "configparser": "ConverterMapping Interpolation LegacyInterpolation SafeConfigParser",
    "gc": "callbacks freeze garbage get_count get_debug get_freeze_count get_objects get_referents get_referrers get_stats get_threshold is_finalized is_tracked set_debug set_threshold unfreeze",
    "shutil": "ExecError SameFileError SpecialFileError chown copymode copystat disk_usage get_archive_formats get_terminal_size get_unpack_formats ignore_patterns make_archive register_archive_format register_unpack_format unpack_archive unregister_archive_format unregister_unpack_format which",
    "glob": "escape",
    "threading": "TIMEOUT_MAX getprofile gettrace",
    "urllib.request": "AbstractBasicAuthHandler AbstractDigestAuthHandler BaseHandler CacheFTPHandler DataHandler FTPHandler FancyURLopener FileHandler HTTPBasicAuthHandler HTTPCookieProcessor HTTPDefaultErrorHandler HTTPDigestAuthHandler HTTPErrorProcessor HTTPHandler HTTPPasswordMgr HTTPPasswordMgrWithDefaultRealm HTTPPasswordMgrWithPriorAuth HTTPRedirectHandler HTTPSHandler OpenerDirector ProxyBasicAuthHandler ProxyDigestAuthHandler ProxyHandler URLopener UnknownHandler build_opener getproxies install_opener pathname2url url2pathname urlcleanup urlretrieve",
    "urllib.error": "ContentTooShortError",
}


def give(module, name, importing):
    # `module` is None where the module of that name is not there.
    if module is None:
        outer, _, last = name.rpartition(".")
        if outer in sys.modules and outer not in _PACKAGES:
            # `from module import name` of a module that is a folder here
            give(sys.modules[outer], last, True)
            error = ImportError("cannot import name '%s' from '%s' (unknown location)" % (last, outer))
            error.name = outer
            raise error
        top = name.split(".")[0]
        if top not in _INSTEAD and top not in _ABSENT.split():
            return
        instead = _INSTEAD.get(top)
        error = ModuleNotFoundError(
            "No module named '%s'; it is not available in this sandbox%s" % (name, ": " + instead if instead else "")
        )
        error.name = name
        raise error
    owner = getattr(module, "__name__", "")
    if owner[:1] == "u" and owner[1:] in _NAMES:
        owner = owner[1:]
    if name not in _NAMES.get(owner, "").split():
        return
    if importing:
        error = ImportError("cannot import name '%s' from '%s' (not available in this sandbox)" % (name, owner))
        error.name = owner
        raise error
    error = AttributeError("module '%s' has no attribute '%s' (not available in this sandbox)" % (owner, name))
    error.name, error.obj = name, module
    raise error
