def said(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


said(eval, "'\ud800'")  # expect: UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 1: surrogates not allowed
said(ord, memoryview(b"a"))  # expect: TypeError ord() expected string of length 1, but memoryview found
said(ord, bytearray(b"ab"))  # expect: TypeError ord() expected a character, but string of length 2 found
