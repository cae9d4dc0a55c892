# options: --errors=fancy --color=never --clock=virtual
# reference: differs (its errors give no advice)
import numpy
