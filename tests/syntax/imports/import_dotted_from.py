# from with a dotted name behind import.
from a import b.c
