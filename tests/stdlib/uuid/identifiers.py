# Identifiers from all forms, their parts, and the names they are made from.
import copy, pickle, uuid
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: r = type(e).__name__ + ': ' + str(e)
    print(a, k, '->', r)
u = uuid.UUID('{12345678-1234-5678-1234-567812345678}')
for n in ('bytes', 'bytes_le', 'fields', 'time_low', 'time_mid', 'time_hi_version', 'clock_seq_hi_variant', 'clock_seq_low', 'time', 'clock_seq', 'node', 'hex', 'int', 'urn', 'variant', 'version', 'is_safe'): print(n, getattr(u, n))
print(u, repr(u), hash(u) == hash(u.int), int(u), u < uuid.UUID(int=5), u == 5, u == copy.copy(u), pickle.loads(pickle.dumps(u)) == u)
for n in ('NAMESPACE_DNS', 'NAMESPACE_URL', 'NAMESPACE_OID', 'NAMESPACE_X500'): print(n, getattr(uuid, n), uuid.uuid3(getattr(uuid, n), 'python.org'), uuid.uuid5(getattr(uuid, n), 'python.org'))
print(uuid.uuid4().version, uuid.uuid1().version, uuid.uuid1(5, 6).node, uuid.uuid1(5, 6).clock_seq, uuid.uuid4().variant)
for k in ({}, {'hex': 'xx'}, {'hex': '1' * 32}, {'bytes': b'1'}, {'bytes': b'1' * 16}, {'bytes_le': bytes(range(16))}, {'bytes_le': b''}, {'fields': (1, 2, 3, 4, 5, 6)}, {'fields': (1,)}, {'fields': (1 << 32, 2, 3, 4, 5, 6)}, {'fields': (1, 2, 3, 4, 5, -6)}, {'int': -1}, {'int': 1 << 128}, {'int': 5, 'version': 4}, {'int': 5, 'version': 9}, {'int': 1, 'hex': '1'}): t(uuid.UUID, **k)
try: u.int = 5
except TypeError as e: print(e)
print(uuid.SafeUUID.safe, sorted([uuid.UUID(int=3), uuid.UUID(int=1)]))
