# An exception raised while another is handled.
def load(key):
    try:
        return {}[key]
    except KeyError:
        return undefined_default
load("colour")
