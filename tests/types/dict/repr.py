# repr of dicts, nested and recursive.
print({}, {"k": "v"}, {1: [2]}, str({"'": '"'}), {(): {}})  # expect: {} {'k': 'v'} {1: [2]} {"'": '"'} {(): {}}
d = {}
d["self"] = d
print(d, d.values(), d.items())  # expect: {'self': {...}} dict_values([{'self': {...}}]) dict_items([('self', {'self': {...}})])
