import re

print(re.compile("a").groupindex, re.compile("(?P<a>.)").groupindex["a"])
# expect: {} 1
print(repr(re.I | re.A | re.S), (re.U | re.M).name, re.compile("a", re.I | re.A))
# expect: re.ASCII|re.IGNORECASE|re.DOTALL UNICODE|MULTILINE re.compile('a', re.IGNORECASE|re.ASCII)
print(repr(re.RegexFlag(256 + 2 + 4096)), repr(re.RegexFlag(0)))  # expect: re.ASCII|re.IGNORECASE|0x1000 re.NOFLAG
