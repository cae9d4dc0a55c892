# A comment is no body.
while True:
    # nothing here
