# Augmented assignment changes in place where it can.
a = b = [1]
a += [2]
print(b, a is b)  # expect: [1, 2] True
a = a + [3]
print(b, a)  # expect: [1, 2] [1, 2, 3]
t = u = (1,)
t += (2,)
print(t, u)  # expect: (1, 2) (1,)
n = 10
n += 5; n -= 3; n *= 2; n //= 5; n **= 2; n %= 7; n <<= 3; n |= 1; n &= 0xF; n ^= 3; n >>= 1
print(n)  # expect: 1
x = 7
x /= 2
print(x)  # expect: 3.5
s = "a"
s += "b"; s *= 3
print(s)  # expect: ababab
d = {"k": [1]}
d["k"] += [2]
print(d)  # expect: {'k': [1, 2]}
tt = ([],)
try:
    tt[0] += [1]
except TypeError as error:
    print(error, tt)  # expect: 'tuple' object does not support item assignment ([1],)
