# A misspelt name in an import.
from time import slepe
