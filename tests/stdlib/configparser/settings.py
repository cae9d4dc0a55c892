"""Settings read, asked for, changed and written, and their mistakes."""
import configparser
import io

TEXT = """
[DEFAULT]
base = /srv
Level: 3
[server]
root = %(base)s/www
flag = yes
long = first
    second

    third
# a comment
; another
[empty]
[paths]
a b = c = d
percent = 100%%
"""


def attempt(make):
    try:
        return make()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


c = configparser.ConfigParser()
c.read_string(TEXT)
print(c.sections(), c.options("server"), dict(c["server"]), c.has_section("DEFAULT"), "server" in c)
print(c.get("server", "root"), c.get("server", "root", raw=True), c.get("server", "root", vars={"base": "x"}))
print(c.getint("server", "level"), c["server"].getboolean("flag"), c["server"].get("none"), c.getfloat("empty", "none", fallback=1.5))
print(c.items("paths"), c["paths"]["a b"], c["server"], len(c), list(c))
for wrong in [lambda: c.get("no", "x"), lambda: c.get("empty", "x"), lambda: c["no"], lambda: c.getint("server", "flag"),
              lambda: c.add_section("server"), lambda: c.add_section("DEFAULT"), lambda: c.set("server", "x", 1),
              lambda: c.set("server", "x", "50%"), lambda: c.getboolean("server", "root")]:
    print(attempt(wrong))
c["new"] = {"x": 1, "y": "two\nlines"}
c.set("new", "z", "%(x)s!")
del c["empty"]
print(c.remove_option("server", "long"), c.remove_option("server", "long"), c.remove_section("gone"), c["new"]["z"])
out = io.StringIO()
c.write(out, space_around_delimiters=False)
print(out.getvalue())
for text in ["x = 1", "[a]\nnothing here\nnor here", "[a]\n[a]", "[a]\nx=1\nX=2", "[a]\nx=%(y)s", "[a]\nx=%(x)s", "[a]\nx=%y", "[a]\nx=%(y"]:
    p = configparser.ConfigParser()
    print(attempt(lambda: p.read_string(text)), attempt(lambda: p.get("a", "x")))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_string("[a]\nx = ${y}/${b:z}\ny = $$1\n[b]\nz = deep ${w}\nw = 2\nbad = ${a:b:c}\nworse = $x\nnone = ${q}")
print(e["a"]["x"], [attempt(lambda: e["b"][name]) for name in ("bad", "worse", "none")])
n = configparser.RawConfigParser(allow_no_value=True, delimiters=(":",), inline_comment_prefixes=("#",), strict=False,
                                 empty_lines_in_values=False, default_section="base", allow_unnamed_section=True)
n.optionxform = str
n.read_string("top: 1\n[A]\nKey\nK2: v # note\n K3\n\nx: 1\n[A]\nx: 2")
print({name: dict(values) for name, values in n.items()}, n.get(configparser.UNNAMED_SECTION, "top"))
k = configparser.ConfigParser(converters={"list": str.split})
k.read_dict({"s": {"l": "a b", "n": None}} if False else {"s": {"l": "a b"}})
print(k.getlist("s", "l"), k["s"].getlist("l"), k.read("/no/such/file"), k.popitem()[0], list(k.converters))
