# A tuple that holds a list that holds the tuple.
a = []
t = (a,)
a.append(t)
print(t, a)  # expect: ([(...)],) [([...],)]
