"""Completes names of Python at the prompt."""

import builtins
import inspect
import keyword
import re

import __main__

__all__ = ["Completer"]


class Completer:
    """Completes the names of a namespace, else of the main program, and attributes of what they name."""

    def __init__(self, namespace=None):
        if namespace and not isinstance(namespace, dict):
            raise TypeError("namespace must be a dictionary")
        self.use_main_ns = namespace is None
        if namespace is not None:
            self.namespace = namespace
        self.matches = []

    def complete(self, text, state):
        """The completion of a number, or None if there are no more."""
        if self.use_main_ns:
            self.namespace = __main__.__dict__
        if not text.strip():
            return "\t" if state == 0 else None
        if state == 0:
            self.matches = self.attr_matches(text) if "." in text else self.global_matches(text)
        try:
            return self.matches[state]
        except IndexError:
            return None

    def _callable_postfix(self, val, word):
        if not callable(val):
            return word
        word += "("
        try:
            return word if inspect.signature(val).parameters else word + ")"
        except ValueError:
            return word

    def global_matches(self, text):
        """Keywords and names that begin with a text."""
        found, seen = [], {"__builtins__"}
        for word in keyword.kwlist + keyword.softkwlist:
            if word.startswith(text):
                seen.add(word)
                if word in ("finally", "try"):
                    word += ":"
                elif word not in ("False", "None", "True", "break", "continue", "pass", "else", "_"):
                    word += " "
                found.append(word)
        for space in (self.namespace, builtins.__dict__):
            for word, value in space.items():
                if word.startswith(text) and word not in seen:
                    seen.add(word)
                    found.append(self._callable_postfix(value, word))
        return found

    def attr_matches(self, text):
        """Attributes that begin with what is after the last dot."""
        parts = re.match(r"(\w+(\.\w+)*)\.(\w*)", text)
        if not parts:
            return []
        expression, attribute = parts.group(1, 3)
        try:
            owner = eval(expression, self.namespace)
        except Exception:
            return []
        words = set(dir(owner)) - {"__builtins__"}
        if hasattr(owner, "__class__"):
            words |= {"__class__", *get_class_members(owner.__class__)}
        # First what is meant for all, then what begins with underscores.
        prefixes = {"": "_", "_": "__"}.get(attribute)
        found = []
        while not found:
            for word in words:
                if word.startswith(attribute) and not (prefixes and word.startswith(prefixes)):
                    full = f"{expression}.{word}"
                    if isinstance(getattr(type(owner), word, None), property):
                        # What a property does is not run.
                        found.append(full)
                    elif (value := getattr(owner, word, None)) is not None:
                        found.append(self._callable_postfix(value, full))
                    else:
                        found.append(full)
            if found or not prefixes:
                break
            prefixes = "__" if prefixes == "_" else None
        return sorted(found)


def get_class_members(klass):
    """The names of a class and of those above it."""
    members = dir(klass)
    for base in getattr(klass, "__bases__", ()):
        members += get_class_members(base)
    return members
