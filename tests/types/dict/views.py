# Views follow the dict.
d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items)  # expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)])
d["c"] = 3
print(list(keys))  # expect: ['a', 'b', 'c']
print(list(values))  # expect: [1, 2, 3]
print(list(items))  # expect: [('a', 1), ('b', 2), ('c', 3)]
print(len(keys))  # expect: 3
print("c" in keys)  # expect: True
print(3 in values)  # expect: True
print(("a", 1) in items)  # expect: True
print(sorted(keys & {"a", "z"}))  # expect: ['a']
print(sorted(keys | {"z"}))  # expect: ['a', 'b', 'c', 'z']
print(sorted(keys - {"a"}))  # expect: ['b', 'c']
print(keys == {"a", "b", "c"})  # expect: True
print(list(reversed(d)))  # expect: ['c', 'b', 'a']
print(list(reversed(d.items())))  # expect: [('c', 3), ('b', 2), ('a', 1)]
for k, v in d.items():
    print(k, v)
    # expect: a 1
    # expect: b 2
    # expect: c 3
