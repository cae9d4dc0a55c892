# An unknown feature.
from __future__ import braces_and_more
