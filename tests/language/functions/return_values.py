# A function without return gives None; a bare return too.
def nothing():
    pass

def early(x):
    if x:
        return
    return "late"

def several():
    return 1, 2

print(nothing())  # expect: None
print(early(True), early(False))  # expect: None late
print(several())  # expect: (1, 2)
