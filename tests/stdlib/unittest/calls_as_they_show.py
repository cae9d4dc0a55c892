# How the calls of mocks show, and what patches tell when they end.
from unittest import mock
from unittest.mock import call

for each in (call, call.a, call.a.b, call.a(1), call.a(1).b, call.a(1).b(2), call(1).x, call(1)(2).y):
    print(each)
# expect: call
# expect: a
# expect: a.b
# expect: call.a(1)
# expect: a().b
# expect: call.a().b(2)
# expect: call().x
# expect: call()().y

one = mock.patch("os.getcwd")
one.start()
print(one.stop(), one.stop())  # expect: False None
print(mock.patch.dict({}).__exit__())  # expect: False
