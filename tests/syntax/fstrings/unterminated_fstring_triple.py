# A triple-quoted f-string that does not end.
x = f"""hello {name}
print(x)
