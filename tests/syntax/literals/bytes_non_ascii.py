# Bytes hold ASCII only.
x = b"é"
