"""Files of logins and passwords for hosts."""

import os
import stat

__all__ = ["netrc", "NetrcParseError"]


class NetrcParseError(Exception):
    """A file is not written as it should be."""

    def __init__(self, msg, filename=None, lineno=None):
        self.msg = msg
        self.filename = filename
        self.lineno = lineno
        super().__init__(msg)

    def __str__(self):
        return f"{self.msg} ({self.filename}, line {self.lineno})"


class _Words:
    """The words of a file; quotes hold blanks, and a backslash takes the meaning of the next character away."""

    def __init__(self, file):
        self._text = file.read()
        self._at = 0
        self._back = []

    @property
    def lineno(self):
        return 1 + self._text.count("\n", 0, self._at)

    def _take(self):
        sign = self._text[self._at:self._at + 1]
        self._at += 1
        return sign

    def next(self):
        if self._back:
            return self._back.pop()
        while (sign := self._take()) and sign in "\n\t\r ":
            pass
        if not sign:
            return ""
        quoted = sign == '"'
        ends = '"' if quoted else "\n\t\r "
        word = ""
        if not quoted:
            word = self._take() if sign == "\\" else sign
        while (sign := self._take()) and sign not in ends:
            word += self._take() if sign == "\\" else sign
        return word

    def back(self, word):
        self._back.append(word)

    def line(self):
        """The rest of the line."""
        end = self._text.find("\n", self._at)
        end = len(self._text) if end < 0 else end + 1
        line, self._at = self._text[self._at:end], end
        return line


class netrc:
    """The contents of a file: hosts with login, account and password, and macros."""

    def __init__(self, file=None):
        is_default = file is None
        if is_default:
            file = os.path.join(os.path.expanduser("~"), ".netrc")
        self.hosts = {}
        self.macros = {}
        try:
            with open(file, encoding="utf-8") as opened:
                self._parse(file, opened, is_default)
        except UnicodeDecodeError:
            with open(file, encoding="locale") as opened:
                self._parse(file, opened, is_default)

    def _parse(self, name, opened, is_default):
        words = _Words(opened)
        while word := words.next():
            if word[0] == "#":
                if words._text[words._at - 1:words._at] != "\n":
                    words.line()
                continue
            if word == "macdef":
                self._macro(words, name)
                continue
            if word == "machine":
                host = words.next()
            elif word == "default":
                host = "default"
            else:
                raise NetrcParseError(f"bad toplevel token {word!r}", name, words.lineno)
            if not host:
                raise NetrcParseError(f"missing {word!r} name", name, words.lineno)
            self._host(host, words, name, opened, is_default)

    def _macro(self, words, name):
        macro = words.next()
        lines = self.macros[macro] = []
        while True:
            line = words.line()
            if not line:
                raise NetrcParseError("Macro definition missing null line terminator.", name, words.lineno)
            if line == "\n":
                return
            lines.append(line)

    def _host(self, host, words, name, opened, is_default):
        login = account = password = ""
        self.hosts[host] = {}
        while True:
            begin = words.lineno
            word = words.next()
            if word.startswith("#"):
                if words.lineno == begin:
                    words.line()
                continue
            if word in ("", "machine", "default", "macdef"):
                break
            if word in ("login", "user"):
                login = words.next()
            elif word == "account":
                account = words.next()
            elif word == "password":
                password = words.next()
            else:
                raise NetrcParseError(f"bad follower token {word!r}", name, words.lineno)
        self.hosts[host] = login, account, password
        self._security_check(opened, is_default, login)
        words.back(word)

    def _security_check(self, fp, default_netrc, login):
        """Refuse the user's own file if others may read the passwords in it."""
        if os.name != "posix" or not default_netrc or login == "anonymous":
            return
        facts = os.fstat(fp.fileno())
        if facts.st_uid != os.getuid():
            raise NetrcParseError(
                f"~/.netrc file owner ({facts.st_uid}) does not match current user ({os.getuid()})")
        if facts.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NetrcParseError("~/.netrc access too permissive: access permissions must restrict access to only the owner")

    def authenticators(self, host):
        """Login, account and password for a host, or what holds for all others; None if there is none."""
        return self.hosts.get(host) or self.hosts.get("default")

    def __repr__(self):
        text = ""
        for host, (login, account, password) in self.hosts.items():
            text += f"machine {host}\n\tlogin {login}\n"
            if account:
                text += f"\taccount {account}\n"
            text += f"\tpassword {password}\n"
        for macro, lines in self.macros.items():
            text += f"macdef {macro}\n{''.join(lines)}\n"
        return text
