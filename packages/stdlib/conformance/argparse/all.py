# Command lines: positionals, options, actions, subcommands, errors, help.
import argparse
import sys

sys.stderr = sys.stdout


def attempt(name, parser, *args):
    try:
        print(name, parser.parse_args(list(args)))
    except SystemExit as error:
        print(name, "exit", error.code)


parser = argparse.ArgumentParser(prog="tool", description="Does one thing, and does it to all the files that are named on the command line, in their order.", epilog="Be careful.")
parser.add_argument("files", nargs="+", help="what to read")
parser.add_argument("-n", "--count", type=int, default=3, help="how often (default: %(default)s)")
parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")
parser.add_argument("--no-color", dest="color", action="store_false", help="plain text")
parser.add_argument("-f", "--format", choices=["json", "csv"], metavar="F", help="json or csv")
parser.add_argument("--a-rather-long-option", metavar="NAME", help="its help begins on the next line and goes on for so long that it is wrapped")

attempt("plain", parser, "a", "b")
attempt("options", parser, "-n", "5", "a", "--no-color", "-vv")
attempt("equals", parser, "--count=7", "a", "-n8")
attempt("between", parser, "a", "b", "-v", "-fjson")
attempt("abbreviation", parser, "a", "--form", "csv")
attempt("nothing", parser)
attempt("not an int", parser, "a", "-n", "x")
attempt("not a choice", parser, "a", "-f", "xml")
attempt("unknown", parser, "a", "--what")
attempt("no argument", parser, "a", "-n")
attempt("explicit", parser, "a", "--no-color=1")
attempt("help", parser, "-h")
print(parser.format_usage(), end="")
print("known", parser.parse_known_args(["a", "--what", "-v"]))

parser = argparse.ArgumentParser(prog="acts")
parser.add_argument("--const", action="store_const", const=42)
parser.add_argument("--item", action="append")
parser.add_argument("--more", action="extend", nargs="+", type=float)
parser.add_argument("--pair", nargs=2, metavar=("A", "B"))
parser.add_argument("--maybe", nargs="?", const="c", default="d")
parser.add_argument("--color", action=argparse.BooleanOptionalAction)
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
parser.add_argument("first", nargs="?", default="one")
parser.add_argument("rest", nargs="*")
attempt("defaults", parser)
attempt("const", parser, "--const", "--item", "a", "--item", "b")
attempt("extend", parser, "--more", "1", "2", "--more", "3")
attempt("pair", parser, "--pair", "1", "2", "x", "y", "z")
attempt("pair short", parser, "--pair", "1")
attempt("maybe", parser, "--maybe")
attempt("maybe given", parser, "--maybe", "x")
attempt("boolean", parser, "--no-color")
attempt("dashes", parser, "--", "-x", "y")
attempt("negative", parser, "-5", "--more", "-1.5")
attempt("version", parser, "--version")

parser = argparse.ArgumentParser(prog="git")
parser.add_argument("-q", action="store_true", help="quiet")
commands = parser.add_subparsers(dest="command", required=True, help="what to do")
add = commands.add_parser("add", help="add a file")
add.add_argument("path")
add.set_defaults(func="f")
log = commands.add_parser("log", help="show what was")
log.add_argument("--max", type=int, default=10)
attempt("add", parser, "add", "x.py")
attempt("log", parser, "-q", "log", "--max", "3")
attempt("no command", parser)
attempt("no such command", parser, "push")
attempt("no path", parser, "add")
attempt("help", parser, "--help")
attempt("help of add", parser, "add", "-h")

parser = argparse.ArgumentParser(prog="x", add_help=False)
group = parser.add_mutually_exclusive_group(required=True)
group.add_argument("--up", action="store_true")
group.add_argument("--down", action="store_true")
other = parser.add_argument_group("tuning", "How it is done.")
other.add_argument("--speed", type=float, default="1.5", required=False, help="m/s")
attempt("one", parser, "--up")
attempt("both", parser, "--up", "--down")
attempt("neither", parser)
print(parser.format_help())
space = argparse.Namespace(a=1, b="x")
print(space, space == argparse.Namespace(a=1, b="x"), "a" in space, vars(space))


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError("%s is odd" % text)
    return int(text)


parser = argparse.ArgumentParser(prog="e")
parser.add_argument("n", type=even)
parser.add_argument("--required", required=True)
attempt("own type", parser, "3", "--required", "x")
attempt("own type", parser, "4", "--required", "x")
attempt("required", parser, "4")
