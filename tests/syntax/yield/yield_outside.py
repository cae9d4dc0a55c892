# yield at the module's level.
yield 5
