# stdin: Ada\nlast line without end
# input() reads a line of standard input and may ask.
name = input()
print("hello", name)
more = input("more? ")
print(repr(more))
try:
    input()
except EOFError as error:
    print(error)
