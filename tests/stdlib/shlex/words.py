"""Words split, joined, quoted, and lexers for small languages."""
import shlex


def attempt(make):
    try:
        return make()
    except ValueError as error:
        return f"ValueError: {error}"


for text in ["a 'b c' \"d \\\" e\" f\\ g", "x # no", "'open", "a\\", "", "  ", "a=b;c|d&&e", "''", "\"a\\b\"", "ünï $x `y`"]:
    print(repr(text), attempt(lambda: shlex.split(text)), attempt(lambda: shlex.split(text, comments=True)),
          attempt(lambda: shlex.split(text, posix=False)), attempt(lambda: list(shlex.shlex(text))),
          attempt(lambda: list(shlex.shlex(text, posix=True, punctuation_chars=True))))
for word in ["plain", "two words", "it's", "", "a/b-c.d", "é", "$x"]:
    print(shlex.quote(word), shlex.split(shlex.quote(word)) == [word])
print(shlex.join(["echo", "a b", "'"]))
lexer = shlex.shlex("include 'x'\nfoo bar")
lexer.source = "include"
lexer.sourcehook = lambda name: (name, __import__("io").StringIO("inner words"))
print(list(lexer), lexer.lineno, lexer.error_leader("f", 3), lexer.error_leader())
lexer = shlex.shlex("a b")
lexer.push_token("first")
lexer.push_source("pushed")
print([lexer.get_token() for _ in range(5)])
lexer = shlex.shlex("~/a && b-c --color=auto", punctuation_chars=True)
lexer.whitespace_split = True
print(list(lexer), lexer.punctuation_chars)
