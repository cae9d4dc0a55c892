"""Options as the C function reads them."""
import getopt

print(getopt.getopt("-a -b -cfoo -d bar a1 a2".split(), "abc:d:"))
# expect: ([('-a', ''), ('-b', ''), ('-c', 'foo'), ('-d', 'bar')], ['a1', 'a2'])
print(getopt.getopt("--cond=foo --test --out x -x a".split(), "x", ["condition=", "testing", "out="]))
# expect: ([('--condition', 'foo'), ('--testing', ''), ('--out', 'x'), ('-x', '')], ['a'])
print(getopt.gnu_getopt("a -x b --y c -- -z".split(), "x", ["y"]))  # expect: ([('-x', ''), ('--y', '')], ['a', 'b', 'c', '-z'])
print(getopt.gnu_getopt("a -x".split(), "+x"))  # expect: ([], ['a', '-x'])
for args in [["-q"], ["-c"], ["--nope"], ["--a"], ["--ab=1"], ["--out"]]:
    try:
        getopt.getopt(args, "c:", ["ab", "ac", "out="])
    except getopt.GetoptError as error:
        print(error, error.opt)
# expect: option -q not recognized q
# expect: option -c requires argument c
# expect: option --nope not recognized nope
# expect: option --a not a unique prefix a
# expect: option --ab must not have an argument ab
# expect: option --out requires argument out
