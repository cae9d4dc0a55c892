# A list cannot be a key.
for f in (
    lambda: {[]: 1},
    lambda: {[1]},
    lambda: hash([]),
    lambda: {}[[]],
    lambda: {({},)},
):
    try:
        f()
    except TypeError as error:
        print(error)
        # expect: unhashable type: 'list'
        # expect: unhashable type: 'list'
        # expect: unhashable type: 'list'
        # expect: unhashable type: 'list'
        # expect: unhashable type: 'dict'
