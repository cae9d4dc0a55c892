# Nothing behind a colon.
x = {"a": }
