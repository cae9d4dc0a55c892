# assert with and without a message.
assert True, "never"
assert 1 < 2
try:
    assert [] , "it is empty"
except AssertionError as error:
    print(repr(error))  # expect: AssertionError('it is empty')
try:
    assert 0
except AssertionError as error:
    print(repr(error), str(error) == "")  # expect: AssertionError() True
assert 1 == 2, f"{1} is not {2}"  # expect error: AssertionError: 1 is not 2
