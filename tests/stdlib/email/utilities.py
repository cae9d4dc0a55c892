import datetime
import quopri
from email import charset, encoders, header, policy, quoprimime, base64mime
from email.headerregistry import Address, Group
from email.mime.base import MIMEBase
from email.utils import (
    collapse_rfc2231_value, decode_params, encode_rfc2231, format_datetime, formataddr, formatdate, getaddresses, make_msgid,
    mktime_tz, parseaddr, parsedate, parsedate_to_datetime, parsedate_tz, quote, unquote,
)

print(formatdate(0), formatdate(0, usegmt=True))
print(format_datetime(datetime.datetime(2024, 2, 29, 1, 2, 3)))
print(format_datetime(datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone(datetime.timedelta(hours=-3)))))
for text in ("Mon, 20 Nov 1995 19:12:08 -0500", "20 Nov 95 19:12 EST", "Nov 20 1995 19:12:08", "rubbish", "", "1 Jan 2000 00:00:00 -0000"):
    print(parsedate_tz(text), parsedate(text))
print(repr(parsedate_to_datetime("Mon, 20 Nov 1995 19:12:08 -0000")), mktime_tz(parsedate_tz("1 Jan 2000 00:00:00 +0100")))
try:
    parsedate_to_datetime("never")
except ValueError as error:
    print(error)
for text in ("A B <a@b.c>", '"A, B" <a@b.c> (note)', "a@b.c (Name)", "a b@c", "<a@b>", "a@b, c@d", "group: a@b, c@d;", ""):
    print(parseaddr(text), getaddresses([text]))
print(formataddr(("Jürgen", "a@b.c")), formataddr(("A, B", "a@b.c")), formataddr(("", "a@b.c")))
print(make_msgid("x", "example.org").endswith(".x@example.org>"), quote('a"b\\'), unquote('"a\\"b"'), unquote("<x>"))
print(encode_rfc2231("ä b", "utf-8", "de"), decode_params([("a", "b"), ("n*0*", "utf-8''%C3%A4"), ("n*1", "x")]))
print(collapse_rfc2231_value(("utf-8", "", "Ã¤")))

print(header.Header("Grüße an alle, die hier sind, und noch viel mehr Text, damit es lang wird", "utf-8", header_name="Subject").encode())
print(header.Header("a " * 60, header_name="X").encode())
print(charset.Charset("utf-8").header_encode("ü"), charset.Charset("latin_1").body_encoding, charset.Charset("ascii").get_body_encoding().__name__)
print(quoprimime.body_encode("a=b\tü \n" * 2), quoprimime.decode("a=3Db=\nc"), base64mime.body_encode(b"x" * 70))
print(quopri.encodestring(b"caf\xe9 = x \n"), quopri.decodestring(b"caf=E9=\n!"))
print(Address("A, B", "x", "y.z"), repr(Address(addr_spec="a@b")), Group("g", [Address("", "a", "b")]))
print(repr(policy.default.clone(max_line_length=20)).split("(")[0], (policy.SMTP + policy.strict).raise_on_defect, policy.SMTP.linesep)
part = MIMEBase("image", "x", name="n")
part.set_payload(b"\x00\xff" * 3)
encoders.encode_base64(part)
print(part)
try:
    policy.default.max_line_length = 3
except AttributeError as error:
    print(error)
