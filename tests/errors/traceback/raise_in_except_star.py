# What is left of a group goes on.
try:
    raise ExceptionGroup("mixed", [ValueError(1), TypeError(2)])
except* ValueError:
    print("handled the value error")
