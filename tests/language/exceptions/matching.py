# The first clause that matches is taken.
def check(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return "lookup", repr(e)
    except ValueError:
        return "value"
    except Exception as e:
        return "other", type(e).__name__
print(check(KeyError("k")))  # expect: ('lookup', "KeyError('k')")
print(check(IndexError()))  # expect: ('lookup', 'IndexError()')
print(check(ValueError()))  # expect: value
print(check(OSError()))  # expect: ('other', 'OSError')
