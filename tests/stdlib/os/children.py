# Children: started, waited for, and told of.
import os
import sys
import tempfile

print(os.system("exit 3"), os.waitstatus_to_exitcode(os.system("exit 3")))
with os.popen("echo hi") as pipe:
    print(pipe.read(), end="")
print(os.popen("exit 2").close())
print(os.spawnv(os.P_WAIT, "/bin/true", ["true"]), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 5"))
print(os.spawnv(os.P_WAIT, "/nope", ["a"]), os.spawnle(os.P_WAIT, "/bin/sh", "sh", "-c", "exit $X", {"X": "7"}))
pid = os.spawnv(os.P_NOWAIT, "/bin/sh", ["sh", "-c", "exit 4"])
found, status = os.waitpid(pid, 0)
print(found == pid, os.WIFEXITED(status), os.WEXITSTATUS(status))
pid = os.spawnv(os.P_NOWAIT, "/bin/sh", ["sh", "-c", "kill -9 $$"])
found = os.waitid(os.P_PID, pid, os.WEXITED)
print(found.si_pid == pid, found.si_signo, found.si_status, found.si_code == os.CLD_KILLED)
pid = os.spawnv(os.P_NOWAIT, "/bin/sh", ["sh", "-c", "exit 6"])
print(os.wait() == (pid, 6 << 8))
for wait in (os.wait, lambda: os.waitpid(-1, os.WNOHANG), lambda: os.waitid(os.P_ALL, 0, os.WEXITED)):
    try:
        wait()
    except OSError as error:
        print(repr(error))
for argv in ([], "ab", [""], ["a"]):
    try:
        os.execv("/nope", argv)
    except Exception as error:
        print(repr(error))
with tempfile.TemporaryDirectory() as folder:
    out = os.path.join(folder, "out")
    actions = [(os.POSIX_SPAWN_OPEN, 1, out, os.O_WRONLY | os.O_CREAT, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2)]
    pid = os.posix_spawn("/bin/sh", ["sh", "-c", "echo out; echo err >&2"], os.environ, file_actions=actions)
    os.waitpid(pid, 0)
    print(open(out).read(), end="")
sys.stdout.flush()
os.execvp("echo", ["echo", "became another"])
