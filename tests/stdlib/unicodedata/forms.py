# Normal forms.
import unicodedata

TEXTS = ["", "plain", "caf\u00e9", "cafe\u0301", "\ufb01", "\u212b", "\u1e9b\u0323", "q\u0307\u0323", "\uac01", "\u1100\u1161\u11a8",
         "\u2460\u00bd", "\u0958", "a\ud800\u0301", "a\u0378\u0301", "\U0001d15e", "\u0f77", "\uff21\u3000", "\u03d3"]
for text in TEXTS:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        print(form, ascii(text), ascii(unicodedata.normalize(form, text)), unicodedata.is_normalized(form, text))


def attempt(function, *arguments):
    try:
        result = function(*arguments)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, ascii(arguments), ascii(result))


for function in (unicodedata.normalize, unicodedata.is_normalized):
    for arguments in (("nfc", "\u00e9"), ("nfc", ""), (1, ""), ("NFC", 1)):
        attempt(function, *arguments)
