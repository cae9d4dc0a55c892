"""Types by endings, and endings by types."""
import io
import mimetypes

known = mimetypes.MimeTypes()
for name in ["a.txt", "b.tar.gz", "c.TGZ", "d.Z", "http://h/e.html?x", "data:text/css;x=y,z", "data:,x", "f", "g.JPG", "h.mid", "i.svgz", "j.tar.xz", "/p.q/k", "l.py"]:
    print(name, known.guess_type(name), known.guess_type(name, strict=False))
print(known.guess_extension("text/html"), known.guess_all_extensions("image/jpeg"), known.guess_extension("a/b"), known.guess_extension("IMAGE/PNG"))
known.readfp(io.StringIO("application/own own1 own2 # note\n# all\n\n"))
known.add_type("application/other", ".oth", strict=False)
print(known.guess_file_type("x.own2"), known.guess_type("x.oth"), known.guess_type("x.oth", strict=False), known.guess_all_extensions("application/other", strict=False))
print(len(mimetypes.MimeTypes().types_map[True]), sorted(known.encodings_map), known.suffix_map[".tgz"], mimetypes.read_mime_types("/no/such"))
