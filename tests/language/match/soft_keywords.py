# match, case, type and _ are names elsewhere.
match = {"case": 1}
case = [2]
type_ = type
def f(match, case): return match + case
print(match["case"], case[0], f(1, 2), f(match=3, case=4))  # expect: 1 2 3 7
_ = 5
print(_)  # expect: 5
match (1, 2):
    case (a, b): print(a, b)  # expect: 1 2
match case:
    case [x]: print(x)  # expect: 2
