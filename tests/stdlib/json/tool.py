# The command json.tool: what it reads is checked before anything is written.
import subprocess
import sys


def run(text, *options):
    done = subprocess.run([sys.executable, "-m", "json.tool", *options], input=text, capture_output=True, text=True)
    print(options, done.returncode)
    print(done.stdout + done.stderr, end="")


run('{"b": [1, 2.50, null], "a": {"\u00e9": []}}')
run('{"b": 1, "a": "\u00e9"}', "--sort-keys", "--no-ensure-ascii", "--indent", "2")
run('[1, {"a": 2}]', "--compact")
run('[1, [2]]', "--tab")
run('[1,\n 2]', "--no-indent")
run('{"a": 1}\n[2]\n', "--json-lines", "--no-indent")
run('{"a": 1,}')
