# `raise … from` tells the cause.
def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError("cannot read the number") from error
parse("seven")
