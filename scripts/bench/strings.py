"""Strings: built, split, joined, searched, formatted."""


def words(n):
    text = " ".join(f"word{i % 1000}" for i in range(n))
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return len(text), len(counts)


def letters(n):
    vowels = 0
    text = "the quick brown fox jumps over the lazy dog, ähnlich wie früher" * n
    for letter in text:
        if letter in "aeiouäü":
            vowels += 1
    return vowels


def lines(n):
    result = ""
    for i in range(n):
        result += f"{i:>8}|{i * 0.5:10.3f}|{'x' * (i % 5)}\n"
    return len(result), result.count("x"), len(result.replace("|", "").upper())


print(words(400_000), letters(20_000), lines(200_000))
