# A feature that will not come.
from __future__ import braces
