# yield from at the module's level.
x = yield from [1]
