"""Groups of characters, templates, and formatting that can be changed."""
__all__ = [
    'ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
    'printable', 'punctuation', 'whitespace', 'Formatter', 'Template',
]

digits = ''.join(map(str, range(10)))
octdigits, hexdigits = digits[:8], digits + 'abcdefABCDEF'
ascii_lowercase = ''.join(map(chr, range(ord('a'), ord('z') + 1)))
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
# All else in ASCII that leaves ink.
punctuation = ''.join(sign for sign in map(chr, range(ord('!'), ord('~') + 1)) if not sign.isalnum())
whitespace = ' \t\n\r\v\f'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split into words, capitalize each, and join them again."""
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


_missing = {}


class _LatePattern:
    """The pattern of plain templates, which need none: it is made when somebody asks for it."""

    def __get__(self, instance, owner):
        return Template._compile(Template)


class Template:
    """A text with $names that values take the place of."""

    pattern = _LatePattern()
    _own = None

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        # A class with syntax of its own is matched by a regular expression.
        own = any(
            name in base.__dict__
            for base in cls.__mro__[:-1] if base is not Template
            for name in ('pattern', 'delimiter', 'idpattern', 'braceidpattern', 'flags')
        )
        if not own:
            return
        cls._own = cls.pattern = cls._compile(cls)

    @staticmethod
    def _compile(cls):
        import re
        pattern = cls.__dict__.get('pattern')
        if pattern is None or isinstance(pattern, _LatePattern):
            delim = re.escape(cls.delimiter)
            name = cls.idpattern
            braced = cls.braceidpattern or cls.idpattern
            pattern = (
                rf'{delim}(?:(?P<escaped>{delim})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))'
            )
        return re.compile(pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """The text in pieces: plain text, or the place, kind and name of a placeholder."""
        compiled = self._own
        text = self.template
        if compiled is not None:
            at = 0
            for found in compiled.finditer(text):
                yield text[at:found.start()], None, None, None
                at = found.end()
                name = found.group('named') or found.group('braced')
                if name is not None:
                    yield found.group(), found.start(), 'name', name
                elif found.group('escaped') is not None:
                    yield found.group(), found.start(), 'escaped', None
                elif found.group('invalid') is not None:
                    yield found.group(), found.start('invalid'), 'invalid', None
                else:
                    raise ValueError('Unrecognized named group in pattern', compiled)
            yield text[at:], None, None, None
            return
        at = 0
        while True:
            place = text.find('$', at)
            if place < 0:
                yield text[at:], None, None, None
                return
            yield text[at:place], None, None, None
            rest = text[place + 1:place + 2]
            if rest == '$':
                yield '$$', place, 'escaped', None
                at = place + 2
                continue
            braced = rest == '{'
            start = place + 2 if braced else place + 1
            end = start
            while end < len(text) and _in_name(text[end], end == start):
                end += 1
            name = text[start:end]
            if name and not (braced and text[end:end + 1] != '}'):
                at = end + 1 if braced else end
                yield text[place:at], place, 'name', name
            else:
                yield '$', place + 1, 'invalid', None
                at = place + 1

    def _invalid(self, i):
        lines = self.template[:i].splitlines(keepends=True) or [' ']
        raise ValueError(f'Invalid placeholder in string: line {len(lines)}, col {len(lines[-1])}')

    def _values(self, mapping, kws):
        if mapping is _missing:
            return kws
        if kws:
            from collections import ChainMap
            return ChainMap(kws, mapping)
        return mapping

    def substitute(self, mapping=_missing, /, **kws):
        """The text with a value for each name; KeyError where one has none."""
        values = self._values(mapping, kws)
        result = []
        for text, place, kind, name in self._pieces():
            if kind is None:
                result.append(text)
            elif kind == 'name':
                result.append(str(values[name]))
            elif kind == 'escaped':
                result.append(self.delimiter)
            else:
                self._invalid(place)
        return ''.join(result)

    def safe_substitute(self, mapping=_missing, /, **kws):
        """The text with a value for each name that has one; all else stays."""
        values = self._values(mapping, kws)
        result = []
        for text, place, kind, name in self._pieces():
            if kind == 'name':
                try:
                    text = str(values[name])
                except KeyError:
                    pass
            elif kind == 'escaped':
                text = self.delimiter
            result.append(text)
        return ''.join(result)

    def is_valid(self):
        """Whether substitute would find no placeholder wrong."""
        return all(kind != 'invalid' for _, _, kind, _ in self._pieces())

    def get_identifiers(self):
        """The names, each once, in the order of the text."""
        return list(dict.fromkeys(name for _, _, kind, name in self._pieces() if kind == 'name'))


def _in_name(character, is_first):
    if character == '_' or character in ascii_letters or character in '\u0131\u017f\u212a':
        return character in ascii_letters or character == '_'
    return not is_first and character in digits


def _numbered(name, number):
    """The name of a field with its number, and the next one; the number is False where fields bear their own."""
    first, _ = _split_field(name)
    counted, numbered = first == '', isinstance(first, int)
    if counted and number is False or numbered and number:
        raise ValueError('cannot switch from manual field specification to automatic field numbering')
    if counted:
        return f'{number}{name}', number + 1
    return name, False if numbered else number


class Formatter:
    """What str.format does, in steps that can be changed."""

    def vformat(self, format_string, args, kwargs):
        """As format, with the arguments in a tuple and a dictionary."""
        text, _ = self._vformat(format_string, args, kwargs, used := set(), 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def format(self, format_string, /, *args, **kwargs):
        """The text with the arguments in the places that it names."""
        return self.vformat(format_string, args, kwargs)

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        pieces, number = [], auto_arg_index
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                pieces.append(literal)
            if name is not None:
                name, number = _numbered(name, number)
                value, used = self.get_field(name, args, kwargs)
                used_args.add(used)
                value = self.convert_field(value, conversion)
                spec, number = self._vformat(
                    spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index=number)
                pieces.append(self.format_field(value, spec))
        return ''.join(pieces), number

    def get_value(self, key, args, kwargs):
        """The argument of a place or name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Can refuse arguments that were not used."""

    def format_field(self, value, format_spec):
        """The text of a value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """The value after !s, !r or !a."""
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        """The pieces of a format: text, field name, specification, conversion."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """The value that a field names, and the argument that it begins with."""
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, i in rest:
            obj = getattr(obj, i) if is_attr else obj[i]
        return obj, first


def _parse(text):
    at, end = 0, len(text)
    literal = []
    while at < end:
        character = text[at]
        if character not in '{}':
            stop = at
            while stop < end and text[stop] not in '{}':
                stop += 1
            literal.append(text[at:stop])
            at = stop
            continue
        if text[at + 1:at + 2] == character:
            literal.append(character)
            yield ''.join(literal), None, None, None
            literal = []
            at += 2
            continue
        if character == '}':
            raise ValueError("Single '}' encountered in format string")
        if at + 1 >= end:
            raise ValueError("Single '{' encountered in format string")
        depth, stop = 1, at + 1
        in_brackets = False
        while stop < end and depth:
            here = text[stop]
            if here == '[' and depth == 1:
                in_brackets = True
            elif here == ']':
                in_brackets = False
            elif not in_brackets or depth > 1:
                depth += (here == '{') - (here == '}')
            stop += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        field = text[at + 1:stop - 1]
        at = stop
        name, conversion, spec = _split_conversion(field)
        yield ''.join(literal), name, spec, conversion
        literal = []
    if literal:
        yield ''.join(literal), None, None, None


def _split_conversion(field):
    in_brackets = False
    for place, character in enumerate(field):
        if character == '[':
            in_brackets = True
        elif character == ']':
            in_brackets = False
        elif not in_brackets and character == ':':
            return field[:place], None, field[place + 1:]
        elif not in_brackets and character == '!':
            rest = field[place + 1:]
            if not rest:
                raise ValueError("unmatched '{' in format spec")
            if len(rest) > 1 and rest[1] != ':':
                raise ValueError("expected ':' after conversion specifier")
            return field[:place], rest[0], rest[2:]
    return field, None, ''


def _split_field(name):
    """What a field name begins with, and the attributes and keys behind it."""
    end = len(name)
    for place, character in enumerate(name):
        if character in '.[':
            end = place
            break
    first = name[:end]
    if first.isdecimal() and first.isascii():
        first = int(first)
    return first, _rest_of_field(name[end:])


def _rest_of_field(rest):
    at = 0
    while at < len(rest):
        if rest[at] == '.':
            stop = at + 1
            while stop < len(rest) and rest[stop] not in '.[':
                stop += 1
            if stop == at + 1:
                raise ValueError('Empty attribute in format string')
            yield True, rest[at + 1:stop]
            at = stop
        elif rest[at] == '[':
            stop = rest.find(']', at)
            if stop < 0:
                raise ValueError("Missing ']' in format string")
            key = rest[at + 1:stop]
            if not key:
                raise ValueError('Empty attribute in format string')
            yield False, int(key) if key.isdecimal() and key.isascii() else key
            at = stop + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
