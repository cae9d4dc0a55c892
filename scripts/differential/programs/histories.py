"""Programs that change a container over and over and print it: the order of sets and dictionaries, slices, `del`."""

SET = ["v.add($key)", "v.discard($key)", "v.remove($key)", "v.pop()", "v |= $set", "v &= $set", "v ^= $set", "v -= $set",
    "v.update($list)",
       "v = v | $set", "v = $set - v", "v = {q for q in v if hash(q) % 3}", "v = v.copy()", "v = set(list(v))", "v.update($ints)",
           "v = set(frozenset(v))",
       "v.difference_update($ints)", "v.symmetric_difference_update($ints)", "v.intersection_update($set)", "v.add($small)",
           "v.clear()",
       "v.add($int)", "v.update(range($small))", "v = {*v, $key}", "v = v.union($ints)", "v = v ^ $set", "v = v & $set",
           "v.add(($key, $key))",
       "for q in list(v): v.discard(q) if len(q if isinstance(q, str) else type(q).__name__) % 2 else None", "for q in v: v.add($key)", "v.add(frozenset($ints))",
           "v = v.intersection($list)",
       "v.update(range($small * 9))", "v = set(reversed(sorted(v, key=repr)))", "v.update([q * 32 for q in $ints])"]
DICT = ["v[$key] = $item", "del v[$key]", "v.pop($key)", "v.popitem()", "v.setdefault($key, $item)", "v.update($dict)",
    "v |= $dict", "v = v | $dict",
        "v = {**v, $key: $item}", "v.clear()", "v = dict(reversed(v.items()))",
            "v = {r: q for q, r in v.items() if r is None or r == r}", "v.pop($key, None)",
        "v = dict.fromkeys(v, $item)", "v = v.copy()", "for q in v: v[$key] = 1",
            "for q in list(v): v.pop(q) if len(q if isinstance(q, str) else type(q).__name__) % 2 else None",
        "v.update(zip($strs, $ints))", "v |= [($key, $item)]", "v.update(a=$item)", "v[$small] = v",
            "v = dict(sorted(v.items(), key=repr))",
        "v.update({q: q for q in v})", "next(iter(v.items())); next(reversed(v))", "for q, r in v.items(): del v[q]"]
LIST = ["v.append($item)", "v.insert($index, $item)", "v.pop()", "v.pop($index)", "v.remove($item)", "v.extend($list)",
    "v += $any", "v *= $small; del v[60:]", "v[$cut] = $list",
        "del v[$cut]", "del v[$index]", "v[$index] = $item", "v.reverse()", "v.sort()", "v.sort(key=repr)",
            "v.sort(key=str, reverse=True)", "v = v[$cut]",
        "v = v[:30]", "v[$cut] = $str", "v[$index:$index] = v", "v = [q for q in v if q]", "v.clear()", "v.append(v[:3])",
            "v[$slice] = $any", "v[::2] = v[1::2]",
        "v = v + $list", "v.sort(key=lambda q: (str(type(q)), repr(q)))", "for q in v: v.remove(q)", "v.sort(key=len)",
            "v.append(v)", "v[$cut] = iter($list)"]
BYTEARRAY = ["v.append($int)", "v.append(65)", "v.insert($index, 66)", "v.pop()", "v.pop($index)", "v.remove($int)",
    "v.extend($bytes)", "v += $any", "v *= $small; del v[60:]",
             "v[$cut] = $bytes", "del v[$cut]", "del v[$index]", "v[$index] = 67", "v.reverse()", "v = v[:40]", "v[$cut] = $ints",
                 "v[$slice] = $any",
             "v = v[$cut]", "v.clear()", "v = v.replace($bytes, $bytes)", "v.extend($ints)",
                 "m = memoryview(v); m[$index] = 90; m.release()", "v[1:1] = v"]
STORIES = {"set": (SET, ["len(v)", "v", "sorted(map(hash, v))[:5]", "list(v)[:9]"]),
    "dict": (DICT, ["len(v)", "v", "list(v)[:9]", "list(reversed(v.items()))[:9]"]),
           "list": (LIST, ["len(v)", "v[:40]", "v[-1:]", "v[::-2][:9]"]),
               "bytearray": (BYTEARRAY, ["len(v)", "v[:60]", "v[::-2][:9]"])}


def write(grammar):
    """A few histories, each change guarded."""
    lines = []
    for _ in range(grammar.random.randint(1, 3)):
        kind = grammar.one_of(["set", "set", "set", "dict", "dict", "list", "bytearray"])
        steps, shows = STORIES[kind]
        grammar.names = {kind: ["v"]} if grammar.maybe(0.5) else {}
        if kind in ("set", "dict"):
            # Of what does not belong there, much is hashed by its address.
            grammar.noise = 0
        lines.append(f"v = {grammar.expression(kind, 1)}")
        if grammar.maybe(0.9):
            lines[-1] = f"try:\n    {lines[-1]}\nexcept Exception as e:\n    print(repr(e))\n    v = {kind}()"
        lines.append(f"if type(v) is not {kind}: v = {kind}()")
        for _ in range(grammar.random.randint(5, 25)):
            step = grammar.fill(grammar.one_of(steps), grammar.one_of([0, 0, 1]))
            lines.append(f"try:\n    {step}\nexcept Exception as e:\n    print(type(e).__name__, e)")
            lines.append(f"print({grammar.one_of(shows)})")
    return "\n".join(lines) + "\n"
