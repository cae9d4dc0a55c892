import json

for text in ('"\\u0041', '"a\\u004', '"\\u0041"', '"\\ud83d\\ude00', '"x'):
    try:
        print(json.loads(text))
    except ValueError as error:
        print(error)
# expect: Invalid \uXXXX escape: line 1 column 3 (char 2)
# expect: Invalid \uXXXX escape: line 1 column 4 (char 3)
# expect: A
# expect: Invalid \uXXXX escape: line 1 column 9 (char 8)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
