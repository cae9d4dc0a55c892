# What sys tells.
import sys
print(sys.version_info[:2])
print(sys.version_info.major)
print(sys.maxsize)
print(sys.byteorder)
print(sys.getrecursionlimit())
print(len(sys.argv))
print(sys.version_info >= (3, 13))
print(sys.platform in ("linux", "darwin"))
sys.stdout.write("written\n")
