# What is left of a group goes on.
# pending: except* is not run yet
try:
    raise ExceptionGroup("mixed", [ValueError(1), TypeError(2)])
except* ValueError:
    print("handled the value error")
