# The wrong closing bracket, lines apart.
x = [
    1,
    2
)
