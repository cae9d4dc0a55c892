from xml.parsers import expat

found = []
parser = expat.ParserCreate()
parser.buffer_text = True
parser.StartElementHandler = lambda name, attributes: found.append(("start", name, attributes))
parser.EndElementHandler = lambda name: found.append(("end", name))
parser.CharacterDataHandler = lambda text: found.append(("text", text))
parser.CommentHandler = lambda text: found.append(("comment", text))
parser.ProcessingInstructionHandler = lambda target, data: found.append(("instruction", target, data))
parser.Parse("<?go now?><a x='1'>t&amp;<!-- c --><b xmlns:p='urn:p' p:q='2'/></a>", True)
print(*found, sep="\n")

found.clear()
parser = expat.ParserCreate(namespace_separator=" ")
parser.ordered_attributes = True
parser.StartElementHandler = lambda name, attributes: found.append((name, attributes))
parser.StartNamespaceDeclHandler = lambda prefix, uri: found.append((prefix, uri))
parser.Parse(b"<p:a xmlns:p='urn:p' xmlns='urn:d' p:x='1' y='2'><b/></p:a>", True)
print(*found, sep="\n")

parser = expat.ParserCreate()
try:
    parser.Parse("<a>\n</b>", True)
except expat.ExpatError as error:
    print(error, error.code, error.lineno, error.offset, expat.ErrorString(error.code))
try:
    expat.ParserCreate(namespace_separator="too long")
except ValueError as error:
    print(error)
