# A handler may put other bytes into the error: decoding goes on with them. One error object serves a whole call.
import codecs


def instead(error):
    error.object = b"wxyz"
    return "<>", 0


codecs.register_error("instead", instead)
for encoding, data in [("ascii", b"ab\xff"), ("utf-8", b"\xff"), ("utf-16", b"\xff"), ("utf-7", b"++"), ("cp1252", b"\x81"),
                       ("unicode-escape", b"\\u12"), ("raw-unicode-escape", b"\\u12")]:
    try:
        print(encoding, ascii(data.decode(encoding, "instead")))
    except UnicodeDecodeError as error:
        print(encoding, error)


def wrong(error):
    error.object = "text"
    return "", 0


codecs.register_error("wrong", wrong)
for encoding in "ascii", "utf-7":
    try:
        b"\xff".decode(encoding, "wrong")
    except (TypeError, LookupError) as error:
        print(error)

seen = []
codecs.register_error("same", lambda error: seen.append(error) or ("?", error.end))
print(b"\xff1\xfe2".decode("ascii", "same"), len(seen), seen[0] is seen[1], seen[0].start)
print("ä1ö".encode("ascii", "same"), seen[2] is seen[3], seen[2].start)

# UTF-7: half a pair of surrogates.
for data in b"a+2AE-b", b"a+2AE\xffb", b"a+2AE", b"a+2AEA-b", b"a+IKwgrNgB+-b", b"+2AHcAA-", b"+2AE":
    print(data, ascii(data.decode("utf-7", "replace")))
