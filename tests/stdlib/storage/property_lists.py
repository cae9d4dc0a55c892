import datetime
import plistlib

value = {
    "text": "a <b> & ü", "number": 42, "big": 2**40, "real": 1.5, "yes": True, "no": False, "data": b"\x00\x01" * 40,
    "date": datetime.datetime(2020, 1, 2, 3, 4, 5), "list": [1, [2, {}], []], "nested": {"k": "v"},
}
xml = plistlib.dumps(value)
print(xml.decode())
print(plistlib.loads(xml) == value)
binary = plistlib.dumps(value, fmt=plistlib.FMT_BINARY)
print(binary)
print(plistlib.loads(binary) == value, plistlib.loads(plistlib.dumps(plistlib.UID(7), fmt=plistlib.FMT_BINARY)))
for bad in (b"rubbish", b"<plist><dict><key>a</key></dict></plist>"):
    try:
        plistlib.loads(bad)
    except ValueError as error:
        print(type(error).__name__)
try:
    plistlib.dumps({"a": None})
except TypeError as error:
    print(error)
try:
    plistlib.dumps({1: 2})
except TypeError as error:
    print(error)
