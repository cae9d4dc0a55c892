# Raw f-strings keep backslashes; escapes work outside fields.
x = 1
print(rf"\n{x}\t", f"\x41{x}\u00e9\N{BULLET}", fr"{x}\{x}")  # expect: \n1\t A1é• 1\1
print(f"tab\there", f"a\
b")  # expect: tab	here ab
