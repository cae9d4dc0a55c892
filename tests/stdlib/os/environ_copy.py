# The environment as a dictionary: copies and views of it.
import os

copy = os.environ.copy()
print(type(copy) is dict, copy == dict(os.environ), copy == os.environ)  # expect: True True True
print(sorted(os.environ.keys()) == sorted(copy), len(os.environ.items()) == len(copy))  # expect: True True
copy['ADDED'] = 'here'
print('ADDED' in os.environ, (os.environ | {'MORE': '1'})['MORE'], type(os.environ | {}))  # expect: False 1 <class 'dict'>
