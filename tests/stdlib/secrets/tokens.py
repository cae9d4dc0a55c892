# Tokens have the sizes and letters that are asked for.
import secrets
print(len(secrets.token_bytes()), len(secrets.token_hex()), len(secrets.token_bytes(5)), len(secrets.token_hex(5)), len(secrets.token_urlsafe(16)))
print(all(0 <= secrets.randbelow(7) < 7 for _ in range(100)), secrets.choice([4]), secrets.randbits(8) < 256, secrets.compare_digest('a', 'a'), secrets.__all__)
try: secrets.randbelow(0)
except ValueError as e: print(e)
