# Deprecated functions of the library warn about the line that calls them.
import threading
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda message, category, file, line, *rest: print(line, message)
condition = threading.Condition()
with condition: condition.notifyAll()  # expect: 8 notifyAll() is deprecated, use notify_all() instead
thread = threading.Thread()
thread.getName()  # expect: 10 getName() is deprecated, get the name attribute instead
threading.activeCount()  # expect: 11 activeCount() is deprecated, use active_count() instead
def call():
    threading.Event().isSet()  # expect: 13 isSet() is deprecated, use is_set() instead
call()

# What the compiler warns of, it says as often as it compiles the text.
for _ in range(2):
    exec('1 is 1', {})
# expect: 1 "is" with 'int' literal. Did you mean "=="?
# expect: 1 "is" with 'int' literal. Did you mean "=="?
exec('while 1 is 2: pass')
# expect: 1 "is" with 'int' literal. Did you mean "=="?
# expect: 1 "is" with 'int' literal. Did you mean "=="?
exec('try: pass\nfinally: 1 is 3')
# expect: 2 "is" with 'int' literal. Did you mean "=="?
# expect: 2 "is" with 'int' literal. Did you mean "=="?
