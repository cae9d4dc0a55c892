"""Integer arithmetic in a for and in a while loop."""


def for_loop(n):
    total = 0
    for i in range(n):
        total += i * 2 % 7
    return total


def while_loop(n):
    i = odd = 0
    while i < n:
        if i % 3 == 1:
            odd += 1
        i += 1
    return odd


print(for_loop(6_000_000), while_loop(4_000_000))
