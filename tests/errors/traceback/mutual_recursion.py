# Frames that alternate are not counted together.
import sys
sys.setrecursionlimit(12)
def ping(n):
    return pong(n)
def pong(n):
    return ping(n)
ping(0)
