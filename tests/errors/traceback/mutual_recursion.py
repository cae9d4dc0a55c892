# Frames that alternate are not counted together.
def ping(n):
    return pong(n + 1)
def pong(n):
    if n > 8:
        raise ValueError("enough")
    return ping(n + 1)
ping(0)
