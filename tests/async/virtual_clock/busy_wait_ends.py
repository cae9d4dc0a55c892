# options: --clock=virtual
# A loop that reads the clock over and over comes to an end.
# reference: differs (it has no virtual clock)
import time
end = time.monotonic() + 2
while time.monotonic() < end:
    pass
print("over")  # expect: over
