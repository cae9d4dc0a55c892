import io
import sys
import xml.sax
from xml.sax.saxutils import XMLFilterBase, XMLGenerator


class Shown(xml.sax.ContentHandler):
    def startDocument(self):
        print("begin")

    def startElement(self, name, attrs):
        print("start", name, attrs.items(), attrs.get("x"), len(attrs), "x" in attrs)

    def endElement(self, name):
        print("end", name)

    def characters(self, content):
        print("text", repr(content))

    def processingInstruction(self, target, data):
        print("instruction", target, data)

    def endDocument(self):
        print("all")


xml.sax.parseString("<a x='1'><?go now?>text<b/></a>", Shown())
xml.sax.parse(io.BytesIO(b"<a/>"), Shown())
try:
    xml.sax.parseString(b"<a><b></a>", xml.sax.ContentHandler())
except xml.sax.SAXParseException as error:
    print(error, error.getLineNumber(), error.getMessage())

out = io.StringIO()
writer = XMLGenerator(out, "utf-8", short_empty_elements=True)
writer.startDocument()
writer.startElement("root", {"a": 'b "c"'})
writer.characters("x < y")
writer.startElement("empty", {})
writer.endElement("empty")
writer.endElement("root")
writer.endDocument()
print(out.getvalue())


class Upper(XMLFilterBase):
    def startElement(self, name, attrs):
        super().startElement(name.upper(), attrs)

    def endElement(self, name):
        super().endElement(name.upper())


upper = Upper(xml.sax.make_parser())
upper.setContentHandler(XMLGenerator(sys.stdout))
upper.parse(io.StringIO("<a><b c='d'>t</b></a>"))
print()
