# The failing link in a chain of calls.
text = "  hello "
print(text.strip().upper().title().missing().lower())
