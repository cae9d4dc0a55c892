# The marked part goes over several lines.
values = [
    1, 2,
]
x = (values[0]
     + values[1]
     + "three")
