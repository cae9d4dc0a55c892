"""Rows read and written in all dialects, and their mistakes."""
import csv
import io


def attempt(make, *args, **options):
    try:
        return make(*args, **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def read(text, **options):
    return attempt(lambda: list(csv.reader(io.StringIO(text, newline=""), **options)))


def write(*rows, **options):
    file = io.StringIO(newline="")
    result = attempt(lambda: csv.writer(file, **options).writerows(rows))
    return repr(file.getvalue()), result


print(read('a,"b ""c""",d\r\n1,,"x\ny"\r\n\r\nlast'))
print(read("a b  'c d'", delimiter=" ", quotechar="'", skipinitialspace=True))
print(read("1,'2',3.5,", quoting=csv.QUOTE_NONNUMERIC, quotechar="'"))
print(read('a,,"",1.5', quoting=csv.QUOTE_STRINGS), read('a,,""', quoting=csv.QUOTE_NOTNULL))
print(read('a\\,b,"c\\"d"', escapechar="\\", doublequote=False), read('"a"b', strict=True), read('"a', strict=True))
print(read("a\rb"), read('a"b,"c"d'), attempt(lambda: list(csv.reader([b"a"]))), attempt(csv.reader, 5))
print(write(["a", 'b"c', "d,e", "f\ng", None, 1, 2.5, True, ""]))
for quoting in range(6):
    print(quoting, write(["a", 1, None, "x,y", 2.5], ["", None], [None], quoting=quoting, escapechar="\\"))
print(write(['a"b', "c\td"], dialect="excel-tab"), write(["a b", ""], dialect="unix"))
print(write(["a,b"], quoting=csv.QUOTE_NONE), write(5), write([""], quoting=csv.QUOTE_NONE))
print(write(['a"b'], doublequote=False), write(['a"b'], doublequote=False, escapechar="|"), write([], ["x"]))
for options in [dict(delimiter=""), dict(delimiter=1), dict(delimiter="\n"), dict(quotechar="ab"), dict(quoting=9), dict(quoting="x"),
                dict(quotechar=None), dict(quotechar=None, quoting=0), dict(lineterminator=None), dict(lineterminator=","),
                dict(delimiter=",", quotechar=","), dict(escapechar=" ", skipinitialspace=True), dict(dialect="none"), dict(other=1)]:
    print(options, attempt(lambda: csv.reader([], **options).dialect.quoting))

reader = csv.DictReader(io.StringIO("a,b\n1,2\n\n3\n4,5,6\n"), restkey="more", restval="-")
print(list(reader), reader.fieldnames, reader.line_num)
out = io.StringIO()
writer = csv.DictWriter(out, ["x", "y"], restval="?", extrasaction="ignore", lineterminator="\n")
writer.writeheader()
writer.writerows([{"x": 1, "y": 2}, {"x": 3, "z": 4}])
print(repr(out.getvalue()), attempt(csv.DictWriter(out, ["x"]).writerow, {"x": 1, "q": 2}))
csv.register_dialect("bars", delimiter="|", quoting=csv.QUOTE_ALL)
print(csv.list_dialects(), csv.get_dialect("bars").delimiter, write(["a", "b|c"], dialect="bars"), attempt(csv.get_dialect, "x"))
csv.unregister_dialect("bars")
print(csv.field_size_limit(5), read("abcdef"), csv.field_size_limit(131072))
for sample in ["a;b;c\n1;2;3\n4;5;6\n", "'x', 'y'\n'1', '2'\n", "name\tage\nbob\t3\namy\t22\n", "abc"]:
    found = attempt(csv.Sniffer().sniff, sample)
    if isinstance(found, type):
        found = found.delimiter, found.quotechar, found.doublequote, found.skipinitialspace, csv.Sniffer().has_header(sample)
    print(found)


class Semicolons(csv.excel):
    delimiter = ";"


print(write(["a", "b;c"], dialect=Semicolons), attempt(csv.Dialect))
