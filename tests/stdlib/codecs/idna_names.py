# Names of hosts: labels by themselves, prepared, with the place of what is wrong.
import codecs
from encodings.idna import ToASCII, ToUnicode, nameprep

print("Pythön.ORG.".encode("idna"), b"xn--pythn-mua.org.".decode("idna"), "straße。de".encode("idna"))
print(nameprep("Fo\u00adO\u1e9e"), ToASCII("bücher"), ToUnicode(b"xn--bcher-kva"))
print(b"".join(codecs.iterencode("pythön.org.", "idna")))
print("".join(codecs.iterdecode((bytes([byte]) for byte in b"xn--pythn-mua.org"), "idna")))
decoder = codecs.getincrementaldecoder("idna")()
print([decoder.decode(part, final) for part, final in [(b"xn--xam", False), (b"ple-9ta.o", False), (b"rg", False), (b"", True)]])


def attempt(call):
    try:
        print(call())
    except UnicodeError as error:
        print(type(error).__name__, ascii(error.args))


attempt(lambda: "a..b".encode("idna"))
attempt(lambda: ("ab." + "c" * 64).encode("idna"))
attempt(lambda: ("ab." + "ÿ" * 60).encode("idna"))
attempt(lambda: "あ.\u034f".encode("idna"))
attempt(lambda: "xn--ä.de".encode("idna"))
attempt(lambda: b"pyt\xffhon.org".decode("idna"))
attempt(lambda: b"a.xn--pythn-m&ua.org".decode("idna"))
attempt(lambda: b"Pro\xff-x".decode("punycode"))
