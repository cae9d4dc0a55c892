# What a child is given besides its streams: descriptors, permissions, a session, a function of its own.
# options: --clock=real
import os
import subprocess
import warnings

PIPE = subprocess.PIPE


def run(command, **options):
    try:
        done = subprocess.run(['sh', '-c', command], stdout=PIPE, stderr=PIPE, text=True, **options)
        print(done.stdout.strip(), done.returncode)
    except Exception as error:
        print(type(error).__name__, error)


out, into = os.pipe()
kept, other = os.dup2(out, 50), os.dup2(into, 51, inheritable=True)
run('for n in 50 51; do test -e /dev/fd/$n && echo $n; done; true')  # expect:  0
run('for n in 50 51; do test -e /dev/fd/$n && echo $n; done; true', pass_fds=[50])  # expect: 50 0
run('test -e /dev/fd/51 && echo 51', close_fds=False)  # expect: 51 0
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    run('test -e /dev/fd/51; echo $?', close_fds=False, pass_fds=[50])  # expect: 1 0
print(caught[0].category.__name__, caught[0].message)  # expect: RuntimeWarning pass_fds overriding close_fds.
run('true', pass_fds=[99])  # expect: OSError [Errno 9] Bad file descriptor
run('true', pass_fds=[-1])  # expect: ValueError bad value(s) in fds_to_keep
run('umask', umask=0o027)  # expect: 0027 0

# Users and groups: who may not change them is told so.
run('true', user='nosuchuserxx')  # expect: KeyError "getpwnam(): name not found: 'nosuchuserxx'"
run('true', user=-3)  # expect: ValueError User ID cannot be negative, got -3
run('true', user=1.5)  # expect: TypeError User must be a string or an integer
run('true', group=-3)  # expect: ValueError Group ID cannot be negative, got -3
run('true', group=1.5)  # expect: TypeError Group must be a string or an integer, not <class 'float'>
run('true', extra_groups='ab')  # expect: ValueError Groups must be a list, not a string
run('true', extra_groups=[-1])  # expect: ValueError Group ID cannot be negative, got -1
run('true', extra_groups=[1.5])  # expect: TypeError Items in extra_groups must be a string or integer, not <class 'float'>
if os.getuid() == 0:
    done = subprocess.run(['sh', '-c', 'id -u; id -g; id -G'], stdout=PIPE, user=65534, group=65534, extra_groups=[1, 2])
    assert done.stdout == b'65534\n65534\n65534 1 2\n', done

# Sessions and groups of processes.
own = "read _ _ _ _ group session _ < /proc/self/stat; test $group = $$ && echo group; test $session = $$ && echo session; true"
print(subprocess.run(['sh', '-c', own], stdout=PIPE, start_new_session=True).stdout)  # expect: b'group\nsession\n'
print(subprocess.run(['sh', '-c', own], stdout=PIPE, process_group=0).stdout)  # expect: b'group\n'
run('true', process_group=0, start_new_session=True)  # expect: PermissionError [Errno 1] Operation not permitted
run('true', process_group='a')  # expect: TypeError 'str' object cannot be interpreted as an integer

# A function that runs in the child before its program does.
def prepare():
    os.chdir('/')
    os.umask(0o011)
run('pwd; umask', preexec_fn=prepare, cwd='/tmp')  # expect: /
# expect: 0011 0
run('true', preexec_fn=lambda: 1 / 0)  # expect: SubprocessError Exception occurred in preexec_fn.
run('true', startupinfo=1)  # expect: ValueError startupinfo is only supported on Windows platforms
run('true', creationflags=3)  # expect: ValueError creationflags is only supported on Windows platforms
for command, options in (['nosuch_x'], {}), (['true'], {'cwd': '/nosuchdir'}), (['/'], {}), (['true'], {'cwd': '/etc/passwd'}):
    try:
        subprocess.Popen(command, **options)
    except OSError as error:
        print(error)
# expect: [Errno 2] No such file or directory: 'nosuch_x'
# expect: [Errno 2] No such file or directory: '/nosuchdir'
# expect: [Errno 13] Permission denied: '/'
# expect: [Errno 20] Not a directory: '/etc/passwd'

# The streams are files of `io`.
child = subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, text=True, bufsize=1)
print(type(child.stdin).__name__, child.stdin.line_buffering, child.stdin.write_through)  # expect: TextIOWrapper True True
child.stdin.write('hello\n')
print(repr(child.stdout.readline()))  # expect: 'hello\n'
child.stdin.close()
print(repr(child.stdout.read()), child.wait())  # expect: '' 0
child.stdout.close()
with subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE) as child:
    print(type(child.stdin).__name__, type(child.stdout).__name__)  # expect: BufferedWriter BufferedReader
    child.stdin.write(b'a\nb\n')
    child.stdin.close()
    print(list(child.stdout))  # expect: [b'a\n', b'b\n']
with subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, bufsize=0) as child:
    print(type(child.stdin).__name__, type(child.stdout).__name__)  # expect: FileIO FileIO
    print(child.communicate(b'xyz'))  # expect: (b'xyz', None)
with subprocess.Popen(['printf', 'a\\r\\nb\\rc'], stdout=PIPE, text=True) as child:
    print(child.communicate())  # expect: ('a\nb\nc', None)
with subprocess.Popen(['head', '-c1'], stdin=PIPE, stdout=PIPE) as child:
    print(child.communicate(b'a' * 1_000_000))  # expect: (b'a', None)
