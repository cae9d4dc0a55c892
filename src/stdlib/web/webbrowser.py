"""Shows addresses in a browser: the one that $BROWSER names, else the first of the usual ones that is installed."""

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]

import os
import shlex
import shutil
import subprocess
import sys


class Error(Exception):
    """There is no browser that can be started."""


# By name: a function that makes the browser, and the browser.
_browsers = {}
_tryorder = None


def register(name, klass, instance=None, *, preferred=False):
    """Make a browser known: how to make it, or itself. A preferred one is tried first."""
    if _tryorder is None:
        register_standard_browsers()
    _browsers[name.lower()] = [klass, instance]
    if preferred:
        _tryorder.insert(0, name)
    else:
        _tryorder.append(name)


def get(using=None):
    """A browser, by name or by its command."""
    if _tryorder is None:
        register_standard_browsers()
    for name in [using] if using is not None else _tryorder:
        if "%s" in name:
            command = shlex.split(name)
            return BackgroundBrowser(command[:-1]) if command[-1] == "&" else GenericBrowser(command)
        command = _browsers.get(name.lower())
        if command is None and shutil.which(name):
            return GenericBrowser(name)
        if command is not None:
            if command[1] is not None:
                return command[1]
            if command[0] is not None:
                return command[0]()
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    """Show an address: in the same window, with 1 in a new one, with 2 in a new tab. Whether a browser was started is
    returned."""
    if _tryorder is None:
        register_standard_browsers()
    return any(get(name).open(url, new, autoraise) for name in list(_tryorder))


def open_new(url):
    """Show an address in a new window."""
    return open(url, 1)


def open_new_tab(url):
    """Show an address in a new tab."""
    return open(url, 2)


class BaseBrowser:
    """A browser; classes of it know how to start it."""

    args = ["%s"]

    def __init__(self, name=""):
        self.name = self.basename = name

    def open(self, url, new=0, autoraise=True):
        """Show an address."""
        raise NotImplementedError

    def open_new(self, url):
        """Show an address in a new window."""
        return self.open(url, 1)

    def open_new_tab(self, url):
        """Show an address in a new tab."""
        return self.open(url, 2)

    @staticmethod
    def _check_url(url):
        if url and url.lstrip().startswith("-"):
            raise ValueError(f"Invalid URL: {url}")


class GenericBrowser(BaseBrowser):
    """A command that shows an address and is waited for; %s in it is the address."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name = name
            self.args = ["%s"]
        else:
            self.name, *self.args = name
        self.basename = os.path.basename(self.name)

    def _command(self, url):
        self._check_url(url)
        sys.audit("webbrowser.open", url)
        return [self.name] + [argument.replace("%s", url) for argument in self.args]

    def open(self, url, new=0, autoraise=True):
        try:
            return subprocess.Popen(self._command(url), close_fds=True).wait() == 0
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A command that shows an address and goes on."""

    def open(self, url, new=0, autoraise=True):
        try:
            process = subprocess.Popen(self._command(url), close_fds=True, start_new_session=True)
        except OSError:
            return False
        return process.poll() is None


def register_standard_browsers():
    """Find the browsers that are installed, those of $BROWSER first."""
    global _tryorder
    _tryorder = []
    if sys.platform == "darwin":
        register("MacOS", None, BackgroundBrowser("open"))
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        for name in ("xdg-open", "gvfs-open", "x-www-browser", "firefox", "google-chrome", "chrome", "chromium",
                     "chromium-browser", "microsoft-edge", "opera", "epiphany"):
            if shutil.which(name):
                register(name, None, BackgroundBrowser(name))
    if os.environ.get("TERM"):
        for name in ("www-browser", "links", "elinks", "lynx", "w3m"):
            if shutil.which(name):
                register(name, None, GenericBrowser(name))
    for command in reversed(os.environ.get("BROWSER", "").split(os.pathsep)):
        if not command:
            continue
        if command.lower() not in _browsers:
            register(command, None, get(command) if "%s" in command or shutil.which(command) else GenericBrowser(command))
        if command in _tryorder:
            _tryorder.remove(command)
        _tryorder.insert(0, command)
