# Notes follow the message.
error = ValueError("with notes")
error.add_note("the first note")
error.add_note("the second\nhas two lines")
raise error
