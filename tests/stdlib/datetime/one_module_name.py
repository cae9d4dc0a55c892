# The names of modules are interned, so that a pickle notes the module of several classes once.
import datetime
import pickle

name = "datetime"
print(datetime.__name__ is name, datetime.timezone.__module__ is datetime.timedelta.__module__)  # expect: True True
print(len(pickle.dumps(datetime.timezone.utc, 5)))  # expect: 66
