# Triple quotes, line breaks and comments inside fields.
x = 5
print(f"""a {  # expect: a 6 b
    x  # the value
    + 1
} b""")
print(f"{  # expect: 5
    x
}")
print(f"""{x:  # expect: skipped
}""" if False else "skipped")
