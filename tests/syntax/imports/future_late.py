# A future import that comes late.
x = 1
from __future__ import annotations
