# Keys shorter and longer than a block, by name and by function.
import hashlib
import hmac

for key in (b"", b"key", b"k" * 64, b"k" * 65, b"k" * 200, bytearray(b"array")):
    for kind in ("sha256", hashlib.sha512, lambda data=b"": hashlib.md5(data)):
        made = hmac.new(key, b"some", kind)
        made.update(b" words")
        print(made.name, made.digest_size, made.block_size, made.hexdigest(), hmac.digest(key, b"some words", kind) == made.digest())
