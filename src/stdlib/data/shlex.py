"""Words as a shell sees them: splitting, quoting, and a lexer for small languages."""
import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]

_LETTERS = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_LATIN = "".join(map(chr, [*range(0xDF, 0xF7), *range(0xF8, 0x100), *range(0xC0, 0xD7), *range(0xD8, 0xDF)]))


class shlex:
    "A lexer for texts with words, quotes and comments like those of a shell."

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            self.instream, self.infile = sys.stdin, None
        else:
            self.instream = StringIO(instream) if isinstance(instream, str) else instream
            self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = _LETTERS + (_LATIN if posix else "")
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes, self.escape, self.escapedquotes = "'\"", "\\", '"'
        # A blank between words, `a` in a word, `c` in punctuation, a quote or an escape, `None` at the end.
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        if punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars or ""
        if punctuation_chars:
            self._pushback_chars = deque()
            known = self.wordchars + "~-./*?="
            self.wordchars = "".join([char for char in known if char not in punctuation_chars])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def _say(self, level, text):
        if self.debug >= level:
            print("shlex: " + text)

    def push_token(self, tok):
        "Puts a token before those that are to come."
        self._say(1, f"pushing token {tok!r}")
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        "Reads another text first."
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile = newfile
        self.instream = StringIO(newstream) if isinstance(newstream, str) else newstream
        self.lineno = 1
        where = f"stream {self.instream}" if newfile is None else f"file {newfile}"
        self._say(1, f"pushing to {where}")

    def pop_source(self):
        "Goes on with the text before the one that was pushed."
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self._say(1, f"popping to {self.instream}, line {self.lineno}")
        self.state = " "

    def get_token(self):
        "The next token, or `eof`."
        if self.pushback:
            token = self.pushback.popleft()
            self._say(1, f"popping token {token!r}")
            return token
        token = self.read_token()
        while self.source is not None and token == self.source:
            opened = self.sourcehook(self.read_token())
            if opened:
                name, stream = opened
                self.push_source(stream, name)
            token = self.get_token()
        while token == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            token = self.get_token()
        self._say(1, f"token={token!r}")
        return token

    def read_token(self):
        self._quoted = False
        self._outer = " "
        while not self._step(self._next_char()):
            pass
        token, self.token = self.token, ""
        if self.posix and not self._quoted and not token:
            token = None
        self._say(2, f"raw token={token!r}" if token else "raw token=EOF")
        return token

    def _next_char(self):
        if self._punctuation_chars and self._pushback_chars:
            char = self._pushback_chars.pop()
        else:
            char = self.instream.read(1)
        if char == "\n":
            self.lineno += 1
        self._say(3, f"in state {self.state!r} I see character: {char!r}")
        return char

    def _is_complete(self):
        return bool(self.token or self.posix and self._quoted)

    def _step(self, char):
        """Takes a character (none at the end); true when the token is complete."""
        state = self.state
        if state is None:
            self.token = ""
            return True
        if state == " ":
            return self._between(char)
        if state in self.quotes:
            return self._in_quotes(char)
        if state in self.escape:
            return self._behind_escape(char)
        return self._in_word(char)

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _enter_escape(self, char, outer):
        self._outer, self.state = outer, char

    def _between(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self._say(2, "I see whitespace in whitespace state")
            return self._is_complete()
        if char in self.commenters:
            self._skip_comment()
        elif self.posix and char in self.escape:
            self._enter_escape(char, "a")
        elif char in self.wordchars:
            self.token, self.state = char, "a"
        elif char in self._punctuation_chars:
            self.token, self.state = char, "c"
        elif char in self.quotes:
            self.state = char
            if not self.posix:
                self.token = char
        else:
            self.token = char
            if not self.whitespace_split:
                return True
            self.state = "a"
        return False

    def _in_quotes(self, char):
        self._quoted = True
        if not char:
            self._say(2, "I see EOF in quotes state")
            raise ValueError("No closing quotation")
        if char == self.state:
            if self.posix:
                self.state = "a"
                return False
            self.token += char
            self.state = " "
            return True
        if self.posix and char in self.escape and self.state in self.escapedquotes:
            self._enter_escape(char, self.state)
        else:
            self.token += char
        return False

    def _behind_escape(self, char):
        if not char:
            self._say(2, "I see EOF in escape state")
            raise ValueError("No escaped character")
        # In quotes only the quote and the escape itself can be escaped.
        if self._outer in self.quotes and char != self.state and char != self._outer:
            self.token += self.state
        self.token += char
        self.state = self._outer
        return False

    def _in_word(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self._say(2, "I see whitespace in word state")
            self.state = " "
            return self._is_complete()
        if char in self.commenters:
            self._skip_comment()
            if not self.posix:
                return False
            self.state = " "
            return self._is_complete()
        punctuation = self._punctuation_chars
        if self.state == "c":
            if char in punctuation:
                self.token += char
                return False
            self._pushback_chars.append(char)
            self.state = " "
            return True
        if self.posix and char in self.quotes:
            self.state = char
        elif self.posix and char in self.escape:
            self._enter_escape(char, "a")
        elif (char in self.wordchars or char in self.quotes
              or self.whitespace_split and char not in punctuation):
            self.token += char
        else:
            (self._pushback_chars.append if punctuation else self.pushback.appendleft)(char)
            self._say(2, "I see punctuation in word state")
            self.state = " "
            return self._is_complete()
        return False

    def sourcehook(self, newfile):
        "Opens the file that stands behind `source`: its name, and it."
        import os
        name = newfile[1:-1] if newfile[0] == '"' else newfile
        if isinstance(self.infile, str):
            # What is absolute stays as it is.
            name = os.path.join(os.path.dirname(self.infile), name)
        return name, open(name, "r")

    def error_leader(self, infile=None, lineno=None):
        "The beginning of a message about a place in a file."
        infile = self.infile if infile is None else infile
        lineno = self.lineno if lineno is None else lineno
        return f'"{infile}", line {lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        if (word := self.get_token()) != self.eof:
            return word
        raise StopIteration


def split(s, comments=False, posix=True):
    """The words of a text as a shell would split it."""
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


def join(split_command):
    """The words as one text, quoted where a shell needs that."""
    return " ".join(map(quote, split_command))


def quote(s):
    """The text as one word for a shell."""
    if not s:
        return "''"
    import re
    if re.search(r"[^\w@%+=:,./-]", s, re.ASCII) is None:
        return s
    inner = s.replace("'", "'\"'\"'")
    return f"'{inner}'"


def main():
    if len(sys.argv) == 1:
        lexer = shlex()
    else:
        lexer = shlex(open(sys.argv[1]), sys.argv[1])
    while token := lexer.get_token():
        print(f"Token: {token!r}")


if __name__ == "__main__":
    main()
