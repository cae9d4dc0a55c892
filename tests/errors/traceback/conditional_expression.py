# An error in one branch.
flag = True
x = [] if not flag else {}["missing"]
