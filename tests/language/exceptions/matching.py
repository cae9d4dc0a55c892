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
print(check(KeyError("k")), check(IndexError()), check(ValueError()), check(OSError()))  # expect: ('lookup', "KeyError('k')") ('lookup', 'IndexError()') value ('other', 'OSError')
