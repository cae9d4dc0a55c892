# python -m unittest: names, files and discovery.
import subprocess
import sys
import tempfile
import os
import re

TEXT = '''
import unittest
class T(unittest.TestCase):
    def test_a(self): self.assertEqual(1, 1)
    def test_b(self): self.fail('no')
'''
with tempfile.TemporaryDirectory() as place:
    with open(os.path.join(place, 'test_it.py'), 'w') as file:
        file.write(TEXT)
    for args in (['test_it.T.test_a'], ['test_it.py', '-k', 'test_a'], ['-v'], ['discover', '-p', 'none*'], ['--wrong'],
                 ['discover', '-s', '.', '-k', '*a', '-v'], ['missing']):
        done = subprocess.run([sys.executable, '-m', 'unittest', *args], cwd=place, capture_output=True, text=True)
        told = [line for line in done.stderr.splitlines() if re.match('Ran|OK|FAILED|test_|NO TESTS|.*error: unrec', line)]
        print(done.returncode, [re.sub(' in .*s|^.*: error', '', line) for line in told])
