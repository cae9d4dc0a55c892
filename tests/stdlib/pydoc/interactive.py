# stdin: missing_name\n\n
# reference: differs (its greeting is another, and so is its farewell)
help()
