"""What is told of the system."""
import os
import platform
import sys

found = platform.uname()
print(found.system == os.uname().sysname, found._fields, len(found), found[0] == found.system)
# expect: True ('system', 'node', 'release', 'version', 'machine', 'processor') 6 True
print(platform.python_version(), platform.python_version_tuple()[:2], platform.architecture()[0])  # expect: 3.13.0 ('3', '13') 64bit
print(platform.python_implementation().lower() == sys.implementation.name)  # expect: True
print(platform.machine() == found.machine, platform.platform().startswith(("Linux-", "macOS-")))  # expect: True True
print(platform.win32_ver(), platform.system_alias("SunOS", "5.8", "x"))  # expect: ('', '', '', '') ('Solaris', '2.8', 'x')
