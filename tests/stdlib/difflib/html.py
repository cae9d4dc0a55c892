import difflib

old = ["one\n", "two words\n", "three\n", "four\n"] + [f"same {number}\n" for number in range(12)]
new = ["one\n", "two other words\n", "four\n", "<five> & more\n"] + [f"same {number}\n" for number in range(12)]
differ = difflib.HtmlDiff(wrapcolumn=12)
print(differ.make_table(old, new, "before", "after", context=True, numlines=2))
print(difflib.HtmlDiff(2).make_file(["a\tb\n"], ["a\tc\n", "ü\n"], charset="ascii"))
print(difflib.HtmlDiff().make_table(["x"], ["x"], context=True))
