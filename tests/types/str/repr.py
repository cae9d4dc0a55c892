# repr chooses quotes and escapes.
print(repr("a"))  # expect: 'a'
print(repr("it's"))  # expect: "it's"
print(repr('say "hi"'))  # expect: 'say "hi"'
print(repr("both ' and \""))  # expect: 'both \' and "'
print(repr("tab\t nl\n cr\r bs\\ nul\0 del\x7f"))  # expect: 'tab\t nl\n cr\r bs\\ nul\x00 del\x7f'
print(repr("é ✓ 😀 \u200b \xa0 \ud800 \x85"))  # expect: 'é ✓ 😀 \u200b \xa0 \ud800 \x85'
print(ascii("é✓😀"))  # expect: '\xe9\u2713\U0001f600'
print([""])  # expect: ['']
print("a\u0301")  # expect: á
