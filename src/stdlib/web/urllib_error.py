"""What goes wrong when addresses are opened."""

__all__ = ["URLError", "HTTPError", "ContentTooShortError"]


class URLError(OSError):
    """An address that cannot be opened, and why."""

    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    """An answer with a status that is an error."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.url = self.filename = url
        self.code, self.msg, self.hdrs, self.fp = code, msg, hdrs, fp

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"

    reason = property(lambda self: self.msg)
    headers = property(lambda self: self.hdrs, lambda self, new: setattr(self, "hdrs", new))

    def geturl(self):
        return self.url

    def info(self):
        return self.hdrs

    def getcode(self):
        return self.code


class ContentTooShortError(URLError):
    """Less came than was announced."""

    def __init__(self, message, content):
        super().__init__(message)
        self.content = content
