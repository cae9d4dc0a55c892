"""The productions of expressions, by the kind of what they give: one template a line."""
from . import arguments
from .arguments import lines


PRODUCTIONS = {
    "int": lines("""
        $int + $int
        $int - $int
        $int * $int
        $int // $int
        $int % $int
        $int ** $small
        $int & $int
        $int | $int
        $int ^ $int
        $int << $small
        $int >> $small
        -$int
        +$int
        ~$int
        abs($int)
        $bool + $bool
        len($str)
        len($list)
        len($dict)
        len($set)
        len($range)
        len($bytes)
        int($float)
        int($number_text)
        int($number_text, $base)
        int($number_text, base=$base)
        int($bool)
        int($bytes)
        int($str)
        int($object)
        round($float)
        round($int, $index)
        divmod($int, $int)[0]
        divmod($int, $int)[1]
        pow($int, $small)
        pow($int!, $int!, $int!)
        hash($int)
        hash($float)
        hash($str)
        hash($tuple)
        hash($bytes)
        hash($complex)
        hash($frozenset)
        hash($range)
        hash($key)
        hash($item)
        hash($slice)
        sum($ints)
        sum($ints, $int)
        min($ints)
        max($ints)
        min($int, $int)
        max($int, $int, key=$callable)
        min($ints, default=$int)
        ord($char)
        $int.bit_length()
        $int.bit_count()
        $int.numerator
        $int.denominator
        $int.real
        $int.imag
        $int.conjugate()
        $int.__index__()
        $int.__floor__()
        int.from_bytes($bytes, 'big')
        int.from_bytes($bytes, 'little', signed=$bool)
        int.from_bytes($ints)
        int.from_bytes($bytes, $str)
        $str.count($str)
        $str.find($str)
        $str.rfind($char, $index)
        $str.index($char)
        $str.rindex($char, $index, $index)
        $str.find($char, $index, $index)
        $bytes.count($bytes)
        $bytes.find($bytes, $index)
        $bytes.index($int)
        $bytes.rfind($bytes)
        $list.count($item)
        $list.index($item)
        $list.index($item, $index)
        $ints.index($int, $index, $index)
        $tuple.count($item)
        $tuple.index($item)
        $range.count($int)
        $range.index($int)
        $range.start
        $range.stop + $range.step
        $bytes[$index]
        $ints[$index]
        $range[$index]
        $int if $bool else $int
        $int or $int
        $int and $int
        (lambda v: v)($int)
        (w := $int)
        [*$ints][$index]
        $float.__trunc__()
        $float.__floor__()
        $float.__ceil__()
        $int.__ceil__()
        $int.__round__($index)
        $int.__pow__($small)
        $int.__sub__($int)
        $int.__rsub__($int)
        $int.__lshift__($small)
        $view.nbytes
        len($view)
        $view[$index]
        $view.itemsize
        len($view.shape)
        $str.__len__()
        $list.__len__()
        $dict.__len__()
        $bytearray.pop()
        $ints.pop($index)
        eval($str)
        """),
    "float": lines("""
        $float + $float
        $float - $float
        $float * $float
        $float / $float
        $int / $int
        $float // $float
        $float % $float
        $int + $float
        $float % $int
        $float ** $small
        $float ** $float
        $int ** -$small
        -$float
        +$float
        abs($float)
        abs($complex)
        float($int)
        float($float_text)
        float($str)
        float($bytes)
        float($object)
        float.fromhex($hex_text)
        round($float, $index)
        round($float, $small)
        $float.real
        $float.imag
        $float.conjugate()
        $complex.real
        $complex.imag
        sum([$float, $float, $float])
        sum([0.1] * $small)
        sum([$int, $float, $complex])
        min($float, $float)
        max([$float, $int, $float])
        divmod($float, $float)[0]
        divmod($float, $float)[1]
        divmod($float, $int)[1]
        pow($float, $float)
        $float.__mod__($float)
        $float.__rtruediv__($int)
        $float.__round__($index)
        $float.__pow__($float, None)
        """),
    "complex": lines("""
        $complex + $complex
        $complex - $complex
        $complex * $complex
        $complex / $complex
        $complex ** $small
        $complex ** $float
        $complex + $float
        $float - $complex
        $complex * $int
        -$complex
        +$complex
        complex($float)
        complex($float, $float)
        complex($complex_text)
        complex($complex, $complex)
        complex(real=$float, imag=$int)
        complex($str)
        $complex.conjugate()
        $complex.__complex__()
        complex($object)
        (-8) ** $float
        """),
    "bool": lines("""
        $any == $any
        $any != $any
        $int < $int
        $int <= $float
        $float > $int
        $int == $float
        $str < $str
        $list < $list
        $tuple >= $tuple
        $set < $set
        $set <= $frozenset
        $dict == $dict
        $any < $any
        $any is $none
        $any is not $none
        $item in $list
        $item in $tuple
        $char in $str
        $int in $bytes
        $bytes in $bytes
        $key in $dict
        $key in $set
        $int in $range
        $float in $range
        $item not in $list
        $any in $any
        $list in $set
        not $any
        $any and $any
        $bool & $bool
        $bool | $bool
        $bool ^ $bool
        $int < $int < $int
        $int == $int != $int
        $int < $float >= $int
        bool($any)
        all($list)
        any($list)
        isinstance($any, $type)
        isinstance($any, ($type, $type))
        isinstance($any, int | str)
        issubclass($type, $type)
        callable($any)
        hasattr($any, $str)
        $str.startswith($str)
        $str.endswith(($str, $char))
        $str.startswith($char, $index)
        $str.startswith($char, $index, $index)
        $bytes.startswith($bytes)
        $bytes.endswith($bytes, $index)
        $str.isalpha()
        $str.isdigit()
        $str.isdecimal()
        $str.isnumeric()
        $str.isalnum()
        $str.isidentifier()
        $str.islower()
        $str.isupper()
        $str.istitle()
        $str.isspace()
        $str.isprintable()
        $str.isascii()
        $bytes.isalpha()
        $bytes.isdigit()
        $bytes.isalnum()
        $bytes.islower()
        $bytes.isupper()
        $bytes.istitle()
        $bytes.isspace()
        $bytes.isascii()
        $set.isdisjoint($set)
        $set.issubset($list)
        $frozenset.issuperset($range)
        $float.is_integer()
        $int.is_integer()
        $dict.keys() == $set
        $dict.keys() <= $dict.keys()
        $dict.items() == $dict.items()
        $dict.keys().isdisjoint($list)
        $key in $dict.keys()
        ($key, $item) in $dict.items()
        $item in $dict.values()
        $list == $tuple
        $range == $range
        $slice == $slice
        $slice < $slice
        $bytes == $bytearray
        $bytes == $str
        $view == $bytes
        $view.readonly
        $view.contiguous
        $int.__eq__($any)
        $str.__contains__($str)
        """),
    "str": lines("""
        $str + $str
        $str * $small
        $small * $str
        $str[$index]
        $str[$cut]
        $str[$slice]
        str($any)
        repr($any)
        ascii($any)
        str($bytes, $codec)
        str($bytes, $codec, $handler)
        str($bytes)
        format($int, $spec)
        format($float, $spec)
        format($str, $spec)
        format($complex, $spec)
        format($any, $spec)
        format($any)
        chr($int)
        chr($small)
        hex($int)
        oct($int)
        bin($int)
        $str.upper()
        $str.lower()
        $str.title()
        $str.capitalize()
        $str.swapcase()
        $str.casefold()
        $str.strip()
        $str.strip($str)
        $str.lstrip($char)
        $str.rstrip($char)
        $str.replace($str, $str)
        $str.replace($char, $str, $small)
        $str.replace($char, $str, count=$small)
        $str.center($small, $char)
        $str.ljust($small)
        $str.rjust($small, $char)
        $str.zfill($small)
        $str.expandtabs($small)
        $str.expandtabs(tabsize=$small)
        $str.join($strs)
        $str.join($list)
        $char.join($str)
        $str.removeprefix($str)
        $str.removesuffix($char)
        $str.translate({ord('a'): $item, 98: None, 32: '_'})
        $str.translate(str.maketrans($str, $str))
        $str.translate(str.maketrans('ab', 'xy', $char))
        $str.format($any, $any, a=$any)
        '{} {!r}'.format($any, $any)
        '{0:$bare_spec}|{1!s:>10}'.format($int, $any)
        '{a[0]} {b.real}'.format(a=$list, b=$int)
        '{:{w}}'.format($float, w=$spec)
        '{x}'.format_map($dict)
        '{0[$index]}'.format($tuple)
        f'{$any}'
        f'{($any)!r:>20}'
        f'{($int):$bare_spec}'
        f'{($float):$bare_spec}'
        f'{($str):$bare_spec}'
        f'{($any):{$spec}}'
        f'a{{{($any)}}}b'
        f'{($int) = }'
        f'{($float)=:8.2f}|{($any)!a}'
        f"{'x' + f'{$any}'}"
        $percent % $any
        $percent % $int
        $percent % $float
        $percent % ($any,)
        $percent % $tuple
        '%s|%r' % ($any, $any)
        '%(a)s %(b)d' % {'a': $any, 'b': $int}
        '%*d' % ($small, $int)
        '%.*f' % ($small, $float)
        $str % $any
        $str % $dict
        $bytes.decode($codec)
        $bytes.decode($codec, $handler)
        $bytes.decode(errors=$handler)
        $bytes.hex()
        $bytes.hex($char)
        $bytes.hex(':', $index)
        $float.hex()
        $float.__repr__()
        $type.__name__
        type($any).__name__
        $strs[$index]
        ''.join(reversed($str))
        ''.join(sorted($str))
        min($strs)
        max($str, key=$callable)
        $str or $str
        $str if $any else $str
        $str 'lit' if $bool else $str
        str.upper($str)
        str.join($char, $strs)
        $view.format
        $view.hex()
        $view.tobytes().hex()
        str(object=$any)
        ascii($str)
        repr($str)
        repr($bytes)
        $float.__format__($spec)
        $int.__format__($spec)
        $str.__mod__($any)
        input.__name__ + $str
        """),
    "bytes": lines("""
        $bytes + $bytes
        $bytes + $bytearray
        $bytes * $small
        $bytes[$cut]
        $bytes[$slice]
        bytes($small)
        bytes($ints)
        bytes($str, $codec)
        bytes($str, $codec, $handler)
        bytes($bytearray)
        bytes($any)
        bytes($range)
        $str.encode()
        $str.encode($codec)
        $str.encode($codec, $handler)
        $str.encode(errors=$handler)
        $int.to_bytes($small, 'big')
        $int.to_bytes($small, 'little', signed=$bool)
        $int.to_bytes(length=$small)
        $int.to_bytes()
        bytes.fromhex($number_text)
        bytes.fromhex('de ad be ef')
        bytes.fromhex($str)
        $bytes.upper()
        $bytes.lower()
        $bytes.title()
        $bytes.capitalize()
        $bytes.swapcase()
        $bytes.strip()
        $bytes.strip($bytes)
        $bytes.lstrip($bytes)
        $bytes.rstrip($none)
        $bytes.replace($bytes, $bytes)
        $bytes.replace($bytes, $bytes, $small)
        $bytes.center($small, $bytes)
        $bytes.ljust($small, b'*')
        $bytes.rjust($small)
        $bytes.zfill($small)
        $bytes.expandtabs($small)
        $bytes.join([$bytes, $bytearray])
        $bytes.join($list)
        $bytes.removeprefix($bytes)
        $bytes.removesuffix($bytes)
        $bytes.translate(None, $bytes)
        $bytes.translate(bytes.maketrans($bytes, $bytes))
        $bytes.translate($bytes)
        $percent_bytes % $any
        $percent_bytes % ($int,)
        b'%s %b' % ($bytes, $any)
        b'%a %r' % ($any, $any)
        b'%c' % $any
        $bytes or $bytes
        $view.tobytes()
        bytes($view)
        bytes(reversed($bytes))
        $bytes.__add__($bytes)
        """),
    "bytearray": lines("""
        $bytearray + $bytes
        $bytearray * $small
        $bytearray[$cut]
        bytearray($ints)
        bytearray($small)
        bytearray($str, $codec)
        bytearray($any)
        $bytearray.copy()
        $bytearray.upper()
        $bytearray.replace($bytes, $bytes)
        $bytearray.title()
        bytearray.fromhex($number_text)
        $bytearray.center($small, $bytes)
        $bytearray.join([$bytes])
        $bytearray.translate(None, $bytes)
        $bytearray.strip()
        """),
    "ints": lines("""
        $ints + $ints
        $ints[$cut]
        sorted($ints)
        sorted($ints, reverse=$bool)
        sorted($ints, key=$callable)
        list($range)
        [q * 2 for q in $ints]
        [q for q in $range if q % 2]
        list($bytes)
        list(map(abs, $ints))
        [*$ints, *$ints]
        list(reversed($ints))
        list(dict.fromkeys($ints))
        [q + r for q in $ints for r in $ints][:20]
        $ints.copy()
        """),
    "strs": lines("""
        $str.split()
        $str.split($char)
        $str.split($char, $small)
        $str.split(maxsplit=$index)
        $str.split(None, $small)
        $str.rsplit($char, $small)
        $str.rsplit()
        $str.splitlines()
        $str.splitlines($bool)
        $str.splitlines(keepends=$bool)
        list($str)
        sorted($strs)
        sorted($str, key=$callable)
        [*$str]
        [q.upper() for q in $strs]
        list($str.partition($char))
        list($str.rpartition($str))
        """),
    "list": lines("""
        $list + $list
        $list * $small
        $list[$cut]
        $list[$slice]
        list($any)
        list($str)
        list($dict)
        list($dict.items())
        list($dict.values())
        list($set)
        list($iterator)
        list(enumerate($str))
        list(enumerate($str, $int))
        list(zip($list, $str))
        list(zip($list, $tuple, strict=$bool))
        list(zip($str, $ints, $range))
        list(map($callable, $list))
        list(map($callable, $ints, $ints))
        list(filter($callable, $list))
        list(filter(None, $list))
        sorted($list)
        sorted($list, key=$callable)
        sorted($list, key=lambda v: repr(v), reverse=$bool)
        sorted($dict.items(), key=lambda v: str(v))
        sorted($set, key=repr)
        sorted($any)
        list(reversed($list))
        list(reversed($dict))
        list(reversed($any))
        list(divmod($int, $int))
        [$any, $any]
        [*$list, *$tuple]
        [*$any]
        [$any for _ in $range]
        [(q, r) for q, r in $dict.items()]
        [q for q in $list if q]
        [q for q in $any]
        [[q, $int] for q in $ints if q > $int]
        [q for q in $dict if q in $list]
        $bytes.split($bytes)
        $bytes.split(None, $small)
        $bytes.rsplit($bytes, $small)
        $bytes.splitlines($bool)
        $list.copy()
        $list.append($any)
        $list.pop()
        $list.pop($index)
        $list.insert($index, $any)
        $list.extend($any)
        $list.remove($item)
        $list.reverse()
        $list.sort()
        $ints.sort(key=$callable, reverse=$bool)
        $list.clear()
        $list or $list
        $list and $list
        $view.tolist()
        $float.as_integer_ratio() and [$float.as_integer_ratio()]
        [$int.as_integer_ratio()]
        dir($object)[:$small]
        $list.__add__($any)
        $list.__getitem__($any)
        $list.__mul__($any)
        [*map(type, $list)]
        $view.shape and [$view.shape, $view.strides]
        """),
    "tuple": lines("""
        $tuple + $tuple
        $tuple * $small
        $tuple[$cut]
        tuple($any)
        tuple($list)
        tuple($str)
        ($any, $any)
        ($any,)
        (*$list, $any)
        divmod($int, $int)
        divmod($float, $float)
        divmod($any, $any)
        $str.partition($char)
        $str.rpartition($str)
        $bytes.partition($bytes)
        $bytes.rpartition($bytes)
        $float.as_integer_ratio()
        $int.as_integer_ratio()
        tuple(q for q in $list)
        $slice.indices($small)
        ($slice.start, $slice.stop, $slice.step)
        tuple(zip(*[$list, $str]))
        max($tuple, $tuple)
        $dict.popitem()
        tuple(sorted($ints))
        """),
    "dict": lines("""
        $dict | $dict
        {**$dict, **$dict}
        {**$any}
        dict($any)
        dict($dict)
        dict($dict, a=$any)
        dict(zip($strs, $ints))
        dict([($key, $any)])
        dict($list)
        dict.fromkeys($list)
        dict.fromkeys($str, $any)
        {$key: $any}
        {$any: $any}
        {$key: $any, $key: $any, $key: $any}
        {q: r for q, r in enumerate($str)}
        {q: r for q, r in $dict.items()}
        {r: q for q, r in $dict.items()}
        {q: len(q) for q in $strs}
        $dict.copy()
        $dict or $dict
        dict(a=$any, b=$any)
        dict(**$dict)
        dict(reversed($dict.items()))
        $dict.update($any)
        $dict.clear()
        str.maketrans($str, $str)
        str.maketrans($dict)
        """),
    "set": lines("""
        $set | $set
        $set & $set
        $set - $set
        $set ^ $set
        $set | $dict.keys()
        $dict.keys() & $dict.keys()
        $dict.keys() | $list
        $dict.keys() - $set
        $dict.keys() ^ $set
        $dict.items() & $dict.items()
        $dict.items() | $list
        set($any)
        set($list)
        set($str)
        set($range)
        set($ints)
        {$key, $key}
        {$any}
        {*$list, *$set}
        {*$str}
        {q for q in $str}
        {q % 3 for q in $ints}
        $set.union($list, $set)
        $set.intersection($any)
        $set.difference($list)
        $set.symmetric_difference($str)
        $set.copy()
        $set.add($any)
        $set.discard($key)
        $set.remove($key)
        $set.pop()
        $set.update($list, $str)
        $set.intersection_update($set)
        $set.difference_update($any)
        $set.symmetric_difference_update($list)
        $set.clear()
        $set | $frozenset
        $set.__or__($any)
        $set.__and__($list)
        """),
    "frozenset": lines("""
        frozenset($any)
        frozenset($list)
        frozenset($str)
        $frozenset | $set
        $frozenset & $frozenset
        $frozenset - $set
        $frozenset ^ $set
        $frozenset.union($str)
        $frozenset.copy()
        $frozenset.intersection($list, $set)
        """),
    "range": lines("""
        $range[$cut]
        $range[::-1]
        range($small)
        range($small, $small)
        range($small, $small, $index)
        """),
    "slice": lines("""
        slice($any)
        slice($index, $any)
        slice($any, $any, $any)
        """),
    "iterator": lines("""
        iter($any)
        iter($list)
        reversed($list)
        (q for q in $list)
        zip($list, $str)
        enumerate($list)
        map($callable, $list)
        filter($callable, $list)
        iter($dict.items())
        """),
    "type": lines("""
        type($any)
        """),
    "none": lines("""
        print($any)
        print($any, $any, sep=$str, end=$str)
        print(*$list)
        setattr($object, $str, $any)
        """),
    "item": arguments.TEMPLATES,
    "key": lines("""
        ($key, $key)
        frozenset([$key])
        """),
    "callable": lines("""
        lambda v: $item
        lambda *v: $item
        (lambda f: lambda v: f(v))($callable)
        """),
    "view": lines("""
        memoryview($bytes)
        memoryview($bytearray)
        $view[$cut]
        memoryview($bytes).cast('c')
        """),
    "float_text": lines("""
        repr($float)
        '%e' % $float
        """),
    "number_text": lines("""
        str($int)
        hex($int)
        """),
}
