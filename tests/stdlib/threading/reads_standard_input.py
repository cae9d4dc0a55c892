# A thread that reads standard input lets the others run, and others that read wait for their turn.
# stdin: one\ntwo\nthree\n
import sys
import threading

got = []
threads = [threading.Thread(target=lambda: got.append(sys.stdin.readline())) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(sorted(got))  # expect: ['one\n', 'three\n', 'two\n']
print(repr(sys.stdin.read()))  # expect: ''
