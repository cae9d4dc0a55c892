# A parenthesised expression over lines.
def f(x):
    return (
        x
        .strip()
        .nothing
    )
f("a")
