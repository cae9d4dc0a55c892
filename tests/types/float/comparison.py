# Comparison, nan and the infinities.
nan, inf = float("nan"), float("inf")
print(nan == nan)  # expect: False
print(nan != nan)  # expect: True
print(nan < 1)  # expect: False
print(nan is nan)  # expect: True
print([nan] == [nan])  # expect: True
print(nan in [nan])  # expect: True
print(inf > 10 ** 400)  # expect: True
print(inf == inf)  # expect: True
print(-inf < inf)  # expect: True
print(0.0 == -0.0)  # expect: True
print(0.1 + 0.2 == 0.3)  # expect: False
print(1.0 == 1)  # expect: True
print(max(1, nan))  # expect: 1
print(min(nan, 1))  # expect: nan
