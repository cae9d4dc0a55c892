# Carets count columns, not bytes.
größe = "ß✓"
print("größe ✓", größe + 1)
