# Line ends turned into newlines, piece by piece.
import codecs
import io

decoder = io.IncrementalNewlineDecoder(None, translate=True)
print(ascii([decoder.decode(piece) for piece in ['a\r', '\nb\r', 'c\n', 'd\r']]), decoder.newlines)
# expect: ['a', '\nb', '\nc\n', 'd'] ('\r', '\n', '\r\n')
print(ascii(decoder.decode('', final=True)), decoder.getstate())        # expect: '\n' (b'', 0)
decoder.decode('x\r')
print(decoder.getstate())           # expect: (b'', 1)
decoder.setstate((b'', 0))
print(ascii(decoder.decode('y')))   # expect: 'y'
decoder.reset()
print(decoder.newlines)             # expect: None
decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(), translate=False)
print(ascii([decoder.decode(piece) for piece in [b'\xc3', b'\xa4\r', b'\n\r', b'']]), ascii(decoder.newlines))
# expect: ['', '\xe4', '\r\n', ''] '\r\n'
print(ascii(decoder.decode(b'', True)), decoder.newlines)       # expect: '\r' ('\r', '\r\n')
