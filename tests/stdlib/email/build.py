import re
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText


def show(message):
    print(re.sub(r"={15}\d+==", "BOUNDARY", message.as_string()))


message = EmailMessage()
message["Subject"] = "Grüße aus Köln, in einer Zeile, die so lang ist, dass sie gefaltet werden muss"
message["From"] = "Jürgen Müller <jm@example.com>"
message["To"] = 'a@example.org, "Doe, Jane" <jane@example.org>, friends: x@example.net, y@example.net;'
message.set_content("Hello,\nthis is the text.\n")
message.add_alternative("<p>Hello, ünïcode</p>", subtype="html")
message.add_attachment(bytes(range(60)), maintype="application", subtype="octet-stream", filename="dätä.bin")
show(message)

old = MIMEMultipart("alternative")
old["Subject"] = "plain"
old["From"] = "a@example.com"
old.attach(MIMEText("text", "plain"))
old.attach(MIMEText("größer", "html", "utf-8"))
show(old)

note = EmailMessage()
note.set_content("a line that is much longer than seventy-eight characters, so that it has to be broken somewhere: ü\n")
show(note)
