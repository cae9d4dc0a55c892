import sys

sys.modules.pop(__package__)
from . import _second
