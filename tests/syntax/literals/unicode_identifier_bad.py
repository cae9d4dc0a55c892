# An identifier with a bad character.
aé€b = 1
