# Children get the environment as the program has changed it.
import os
import subprocess
import sys

os.environ["GIVEN"] = "1"
print(subprocess.run("echo [$GIVEN]", shell=True, capture_output=True).stdout, subprocess.getoutput("echo [$GIVEN]"))
sys.stdout.flush()
os.system("echo [$GIVEN]")
os.putenv("GIVEN", "2")
os.system("echo [$GIVEN]")
print(os.environ["GIVEN"])
sys.stdout.flush()
os.unsetenv("GIVEN")
os.system("echo [$GIVEN]")
del os.environ["GIVEN"]
for name, value in (("", "x"), ("a=b", "x"), ("a", "b\0")):
    try:
        os.putenv(name, value)
    except (OSError, ValueError) as error:
        print(error)
try:
    os.get_exec_path({"PATH": "a", b"PATH": b"b"})
except ValueError as error:
    print(error)
print(os.get_exec_path({b"PATH": b"a:b"}))
