# Codecs have modules in the package `encodings`, by which they are copied and pickled; names are normalised.
import codecs
import copy
import encodings
import encodings.aliases
import encodings.utf_8
import io
import pickle

print(encodings.utf_8.StreamReader, encodings.utf_8.IncrementalDecoder, codecs.lookup("latin1").incrementalencoder)
print(encodings.normalize_encoding("UTF -- 8é"), encodings.aliases.aliases["u8"], encodings.aliases.aliases["1252"])
for name in "utf-8", "cp1252", "base64", "idna":
    info = codecs.lookup(name)
    again = copy.deepcopy(info)
    print(name, again is info, again.name, again._is_text_encoding, again.streamreader is info.streamreader)
print(pickle.loads(pickle.dumps(codecs.lookup("utf-8"))).name)
print(pickle.loads(pickle.dumps(codecs.getincrementaldecoder("utf-8")())).decode(b"ab"))

codecs.register(lambda name: print("asked for", name))
for name in "AAA-8", "aaa   8", "aaaé8", "Aaa.8-":
    try:
        codecs.lookup(name)
    except LookupError as error:
        print(error)

# Bytes to bytes.
for name in "hex", "base64", "zlib", "uu", "quopri":
    data = codecs.encode(b"one\ntwo=\n", name)
    reader = codecs.getreader(name)(io.BytesIO(data))
    print(name, data if name != "zlib" else "", codecs.decode(data, name), reader.readline(), reader.read())

for text in r"\400 \q", r"\q", r"\8":
    import warnings
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(ascii(text.encode().decode("unicode-escape")), [str(warning.message) for warning in caught])
for function in codecs.utf_7_decode, codecs.readbuffer_encode, codecs.escape_decode, codecs.charmap_decode:
    try:
        function(42)
    except TypeError as error:
        print(error)
