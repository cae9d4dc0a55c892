# A from without names.
from time import
