# What is told of a deleted attribute stands at its name, where that is on a line of its own.
import traceback


def joined():
    number = 1
    del number. \
        missing


def in_parentheses():
    number = 1
    del (number
         .missing), number


def on_one_line():
    number = 1
    del number.missing


for function in joined, in_parentheses, on_one_line:
    try:
        function()
    except AttributeError:
        traceback.print_exc()
