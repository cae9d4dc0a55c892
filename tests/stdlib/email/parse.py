import email
import email.policy
from email.parser import BytesParser

source = """\
From: =?utf-8?q?J=C3=BCrgen?= <jm@example.com>
To: a@example.org, Bob B. <b@example.org>
Subject: =?utf-8?b?R3LDvMOfZQ==?= and
 more
Date: Mon, 20 Nov 1995 19:12:08 -0500
Content-Type: multipart/mixed; boundary="X"

preamble
--X
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

caf=C3=A9 and a soft =
break
--X
Content-Type: application/octet-stream; name*=utf-8''d%C3%A4ta.bin
Content-Disposition: attachment
Content-Transfer-Encoding: base64

AAECAw==
--X--
epilogue
"""
message = email.message_from_string(source)
print(message["subject"], message.get_content_type(), message.is_multipart(), message.defects)
print(email.header.decode_header(message["from"]))
print(str(email.header.make_header(email.header.decode_header(message["subject"]))))
for part in message.walk():
    print(part.get_content_type(), part.get_filename(), part.get_payload(decode=True))
print(repr(message.preamble), repr(message.epilogue))
print(message.as_string() == source)

modern = BytesParser(policy=email.policy.default).parsebytes(source.encode())
print(modern["from"].addresses, modern["subject"], modern["date"].datetime)
print([str(address) for address in modern["to"].addresses])
print(modern["content-type"].params, modern.get_body().get_content())
for part in modern.iter_attachments():
    print(part.get_content(), part.get_filename())

broken = email.message_from_string("Content-Type: multipart/mixed; boundary=Y\n\nnothing\n")
print(broken.defects)
print(email.message_from_string("no header\nat all\n", policy=email.policy.default).defects)
try:
    email.message_from_string("a\n\nb", policy=email.policy.strict).as_string()
except email.errors.MessageDefect as error:
    print(type(error).__name__)
message = email.message.EmailMessage()
message["To"] = "x@y"
try:
    message["To"] = "z@y"
except ValueError as error:
    print(error)
try:
    message["Subject"] = "two\nlines"
except ValueError as error:
    print(error)
