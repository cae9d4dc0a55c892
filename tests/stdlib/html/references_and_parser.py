"""Characters and references, and what the parser finds."""
import html
import html.entities
from html.parser import HTMLParser

print(html.escape("<a href=\"x\">'&'</a>"), html.escape("\"'", quote=False))
for text in ["&lt;&amp;&gt;", "&eacute; &eacute &notit; &notin;", "&#65;&#x42;&#x43", "&#0;&#128;&#xD800;&#1114112;&#1;&#13;", "&unknown; & &;", "&AMP"]:
    print(ascii(html.unescape(text)))
print(len(html.entities.html5), html.entities.name2codepoint["euro"], html.entities.codepoint2name[38], len(html.entities.entitydefs),
      ascii(html.entities.html5["NotEqualTilde;"]), ascii(html.entities.entitydefs["lang"]))


class Shows(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos(), self.get_starttag_text())

    def handle_startendtag(self, tag, attrs):
        print("empty", tag, attrs)

    def __getattribute__(self, name):
        found = super().__getattribute__(name)
        if name.startswith("handle_") and name not in ("handle_starttag", "handle_startendtag") or name == "unknown_decl":
            return lambda *args: print(name, *map(ascii, args))
        return found


DOCUMENT = """<!DOCTYPE html>
<!-- note --><p class=a ID='b' checked data-x="&lt;&eacute;">text &amp; more<br/><BR>
<script>if (a < b) "</p>"</script><?php x ?><![CDATA[raw]]></ p ><a href=x/>y</a></>< b &#65; &copy <!bogus> <unclosed"""
for convert in True, False:
    parser = Shows(convert_charrefs=convert)
    parser.feed(DOCUMENT)
    parser.close()
parser = Shows()
for piece in ["<di", "v a='", "1'>te", "xt &am", "p; x</d", "iv"]:
    parser.feed(piece)
parser.close()
