import subprocess
from subprocess import DEVNULL, PIPE, STDOUT

done = subprocess.run(["echo", "hello"], capture_output=True, text=True)
print(done)  # expect: CompletedProcess(args=['echo', 'hello'], returncode=0, stdout='hello\n', stderr='')
print(subprocess.run("exit 3", shell=True).returncode)  # expect: 3
print(subprocess.check_output(["cat"], input=b"given"))  # expect: b'given'
print(subprocess.run(["cat"], input="text\n", stdout=PIPE, text=True).stdout)
# expect: text
# expect: 
print(subprocess.getoutput("echo a; echo b"))
# expect: a
# expect: b
print(subprocess.getstatusoutput("exit 2"))  # expect: (2, '')
print(subprocess.call(["false"]), subprocess.check_call(["true"]))  # expect: 1 0
for wrong in [lambda: subprocess.check_call(["false"]), lambda: subprocess.run(["sh", "-c", "exit 4"], check=True),
              lambda: subprocess.run(["sleep", "5"], timeout=0.02), lambda: subprocess.run(["/no/such"])]:
    try:
        wrong()
    except (subprocess.SubprocessError, OSError) as error:
        print(type(error).__name__, str(error).split(" after")[0])
# expect: CalledProcessError Command '['false']' returned non-zero exit status 1.
# expect: CalledProcessError Command '['sh', '-c', 'exit 4']' returned non-zero exit status 4.
# expect: TimeoutExpired Command '['sleep', '5']' timed out
# expect: FileNotFoundError [Errno 2] No such file or directory: '/no/such'
with subprocess.Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True) as child:
    print(child.poll(), child.pid > 0)  # expect: None True
    out, err = child.communicate("lines\nof text")
    print(repr(out), err, child.returncode)  # expect: 'lines\nof text' None 0
child = subprocess.Popen("echo out; echo err >&2", shell=True, stdout=PIPE, stderr=STDOUT)
print(child.stdout.readline(), child.stdout.read(), child.wait())  # expect: b'out\n' b'err\n' 0
child.stdout.close()
child = subprocess.Popen(["sleep", "5"])
child.terminate()
print(child.wait())  # expect: -15
big = subprocess.run("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2", shell=True, stdout=PIPE, stderr=PIPE)
print(len(big.stdout), len(big.stderr))  # expect: 300000 300000
print(subprocess.run(["env"], env={"A": "1"}, stdout=PIPE).stdout, subprocess.run(["pwd"], cwd="/", stdout=PIPE).stdout)
# expect: b'A=1\n' b'/\n'
print(subprocess.run("echo gone", shell=True, stdout=DEVNULL).stdout)  # expect: None
