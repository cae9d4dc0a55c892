# Bytes and text cannot be joined.
x = b"a" "b"
