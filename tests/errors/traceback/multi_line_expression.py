# An expression over several lines.
def total(a, b):
    return a + b
result = total(
    1,
    total(2,
          "three"),
)
