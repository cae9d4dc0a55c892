# What reads the environment reads what a script has put in its place.
import os
from unittest import mock

with mock.patch('os.environ', {'PATH': '/a:/b', 'WHO': 'me'}):
    print(os.getenv('WHO'), os.get_exec_path())  # expect: me ['/a', '/b']
with mock.patch.dict(os.environ, {'WHO': 'you'}):
    print(os.getenv('WHO'), os.environ['WHO'])  # expect: you you
print(os.getenv('WHO'), 'WHO' in os.environ)  # expect: None False
with mock.patch('os.getenv', lambda key: key):
    print(os.getenv('x'))  # expect: x
print(os.getenv('x'))  # expect: None
