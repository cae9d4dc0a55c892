# A group is drawn as a tree.
def fail(kind, text):
    try:
        raise kind(text)
    except kind as error:
        return error
raise ExceptionGroup("two things went wrong", [fail(ValueError, "first"), ExceptionGroup("inner", [fail(KeyError, "second")])])
