# A comma too many in an import.
from time import a, b,
