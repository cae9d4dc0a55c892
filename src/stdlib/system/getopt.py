"""Options of command lines, as the C function of the name reads them."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option that is unknown, or lacks its argument, or has one too many."""

    def __init__(self, msg, opt=""):
        super().__init__(msg, opt)
        self.msg = msg
        self.opt = opt

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """The options at the front, pairs of name and value, and the arguments behind them."""
    return _read(args, shortopts, longopts, lambda _: None)


def gnu_getopt(args, shortopts, longopts=[]):
    """The same, with options among the arguments."""
    strict = shortopts.startswith("+")
    if not strict:
        import os
        strict = bool(os.environ.get("POSIXLY_CORRECT"))
    aside = []

    def keep(arg):
        if strict:
            return None
        aside.append(arg)
        return aside

    options, rest = _read(args, shortopts.removeprefix("+"), longopts, keep)
    return options, aside + rest


def _read(args, short, long, keep):
    """`keep` takes an argument among the options, or ends them by `None`."""
    long = [long] if isinstance(long, str) else list(long)
    found, args = [], list(args) if not isinstance(args, list) else args
    while args:
        first = args[0]
        if first == "--":
            return found, args[1:]
        if first.startswith("--"):
            _, args = do_longs(found, first[2:], long, args[1:])
        elif first.startswith("-") and first != "-":
            _, args = do_shorts(found, first[1:], short, args[1:])
        elif keep(first) is None:
            break
        else:
            args = args[1:]
    return found, args


def do_longs(opts, opt, longopts, args):
    """Takes a long option; gives all options and the arguments that are left."""
    name, equals, value = opt.partition("=")
    takes_value, name = long_has_args(name, longopts)
    if takes_value:
        if not equals:
            if not args:
                raise GetoptError(f"option --{name} requires argument", name)
            value, args = args[0], args[1:]
    elif equals:
        raise GetoptError(f"option --{name} must not have an argument", name)
    opts.append(("--" + name, value if equals or takes_value else ""))
    return opts, args


def long_has_args(opt, longopts):
    """Whether a long option, maybe shortened, takes a value, and its whole name."""
    fits = [name for name in longopts if name.startswith(opt)]
    if not fits:
        raise GetoptError(f"option --{opt} not recognized", opt)
    if opt in fits:
        return False, opt
    if opt + "=" in fits:
        return True, opt
    if len(fits) > 1:
        raise GetoptError(f"option --{opt} not a unique prefix", opt)
    return fits[0].endswith("="), fits[0].removesuffix("=")


def do_shorts(opts, optstring, shortopts, args):
    """Takes a string of short options; gives all options and the arguments that are left."""
    letters = optstring
    while letters:
        letter, letters = letters[0], letters[1:]
        value = ""
        if short_has_arg(letter, shortopts):
            if not letters:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ""
        opts.append(("-" + letter, value))
    return opts, args


def short_has_arg(opt, shortopts):
    """Whether a short option takes a value."""
    place = shortopts.find(opt) if opt != ":" else -1
    if place < 0:
        raise GetoptError(f"option -{opt} not recognized", opt)
    return shortopts.startswith(":", place + 1)
