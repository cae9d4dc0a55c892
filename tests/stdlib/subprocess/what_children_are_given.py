# What cannot be given to a child is refused in words, and the other system's quotes.
import subprocess
import warnings

warnings.simplefilter("error")
for more in ({"group": 2 ** 64}, {"user": 2 ** 64}, {"extra_groups": [2 ** 64]}, {"user": -1}, {"env": {"a=b": "x"}},
             {"env": {"a": "x\0"}}, {"args": ["a\0b"]}, {"args": "a\0b", "shell": True}, {"bufsize": 1, "stdout": -1},
             {"args": [3]}, {"env": {1: 2}}):
    try:
        print(subprocess.run(**{"args": ["true"], **more}).returncode)
    except Exception as error:
        print(repr(error))
for words in (['a b"c'], ['ab"c', "\\", "d"], ["a\\\\b", "x y\\"], ['a\\"b'], [""], ['a b\\\\"'], ['"']):
    print(subprocess.list2cmdline(words))
print(subprocess.CompletedProcess[str])
