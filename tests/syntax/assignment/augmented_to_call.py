# An augmented call.
f() += 1
