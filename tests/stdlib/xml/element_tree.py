# Trees of elements: reading, searching, changing and writing documents, and what is not well-formed.
import xml.etree.ElementTree as ET, io, copy
from xml.sax.saxutils import escape, unescape, quoteattr
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, getattr(e,'position',None), getattr(e,'code',None))
doc='''<?xml version="1.0"?>
<!DOCTYPE data [<!ENTITY own "my &lt;own&gt;">]>
<data xmlns:x="http://x" a="1">
  text &amp; more &own; &#65;&#x42;
  <!-- note --><?pi some data?>
  <country name="Liechtenstein"><rank updated="yes">2</rank><year>2008</year><neighbor name="Austria" direction="E"/><x:q x:w="1">z</x:q></country>
  <country name='Singapore "s"'><rank>5</rank><year>2011</year><![CDATA[<raw> & ]]>tail</country>
</data>'''
r=ET.fromstring(doc)
show(lambda: ET.tostring(r))
show(lambda: ET.tostring(r,'unicode'))
show(lambda: ET.tostring(r,'utf-8',xml_declaration=True))
show(lambda: ET.tostring(r,'iso-8859-1'))
show(lambda: ET.tostring(r,method='text',encoding='unicode'))
show(lambda: ET.tostring(r,method='html',encoding='unicode'))
for p in ['country','./country','.//rank','country/rank','*','.','..','country[@name]','country[@name="Liechtenstein"]','.//year/..','country[rank]',"country[rank='5']","country[year='2011']/rank",'country[1]','country[last()]','country[last()-1]','.//*[@name]','{http://x}q','.//{http://x}q','.//{*}q','.//x:q','country[@name!="Liechtenstein"]',"country[.='x']",'//x','/x','country/','country[0]','country[foo()]','rank|year','.//rank[@updated="yes"]', "country/*[2]", 'country//year','a b']:
    show(lambda: (p, [(e.tag,dict(e.attrib)) for e in r.findall(p,{'x':'http://x'})]))
show(lambda: r.findtext('.//year'))
show(lambda: r.findtext('zz','d'))
show(lambda: r.find('country').get('name'))
show(lambda: [e.tag for e in r.iter()])
show(lambda: [e.tag for e in r.iter('rank')])
show(lambda: list(r.itertext()))
for bad in ['','<a>','<a></b>','<a/><b/>','<a','<a b></a>','<a b="1" b="2"/>','x<a/>','<a>&x;</a>','<a>&</a>','<x:a/>','<a><b></a></b>','<a>]]></a>','<a b="<"/>',' <?xml version="1.0"?><a/>','<a>&#0;</a>','<!-- -- --><a/>','<a><![CDATA[x</a>','</a>','<1a/>','<a/>x','<a b=1/>','<a>\n\n  <b c></b></a>', '<a/ >']:
    show(lambda: (bad, ET.tostring(ET.fromstring(bad))))
root=ET.Element('root',{'k':'v & "q" <\n>'},z='1')
c=ET.SubElement(root,'child'); c.text='a<b>&"\''; c.tail='tail\n'
root.append(ET.Comment(' hi ')); root.append(ET.PI('target','x y'))
ET.SubElement(root,'{http://y}n',{'{http://z}m':'1'}).text='é'
show(lambda: ET.tostring(root))
show(lambda: ET.tostring(root,'unicode',short_empty_elements=False))
ET.register_namespace('yy','http://y')
show(lambda: ET.tostring(root,'utf-8'))
show(lambda: ET.tostring(ET.fromstring('<a xmlns="http://d"><b/></a>'),'unicode'))
show(lambda: ET.tostring(ET.fromstring('<a xmlns="http://d"><b/></a>'),'unicode',default_namespace='http://d'))
x=ET.fromstring('<a><b><c/><d>t</d></b><e/></a>'); ET.indent(x)
show(lambda: ET.tostring(x,'unicode')); ET.dump(x)
del root[0]; root.insert(0,ET.Element('new'))
show(lambda: [e.tag if isinstance(e.tag,str) else e.tag.__name__ for e in root])
show(lambda: root.remove(ET.Element('zz')))
show(lambda: root.append('x'))
e=ET.Element('q'); e.text=5
show(lambda: ET.tostring(e))
show(lambda: [(k, getattr(v,'tag',v)) for k,v in ET.iterparse(io.BytesIO(doc.encode()), ['start','end','start-ns','end-ns'])])
show(lambda: copy.deepcopy(r)[0].attrib)
show(lambda: ET.XMLID('<a><b id="1"/></a>')[1].keys())
show(lambda: (ET.QName('u','t').text, ET.QName('{u}t')==ET.QName('u','t'), str(ET.QName('x'))))
f=io.BytesIO(); ET.ElementTree(x).write(f,encoding='utf-8',xml_declaration=True)
show(lambda: f.getvalue())
b=ET.TreeBuilder(); b.start('a',{}); b.data('x'); b.start('b',{}); b.end('b'); b.data('y'); b.end('a')
show(lambda: ET.tostring(b.close()))
show(lambda: (escape('<a & "b">'), unescape('&lt;&amp;&gt;'), quoteattr('a"b'), quoteattr("a\"b'c"), escape('x',{'x':'y'})))
show(lambda: ET.tostring(ET.fromstring('<a>\r\nx\ry</a>')))
show(lambda: ET.fromstring(b'\xef\xbb\xbf<a>\xc3\xa9</a>').text)
show(lambda: ET.fromstring('<?xml version="1.0" encoding="latin-1"?><a>\xe9</a>'.encode('latin-1')).text)
show(lambda: ET.fromstring('<a b=" x\n\ty "/>').attrib)
show(lambda: ET.fromstringlist(['<a>','x</a>']).text)
show(lambda: bool(ET.parse(io.StringIO('<a><b/></a>')).getroot().find('b') is not None))
