# The variables of the frames that an exception has left live as long as its traceback.


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def inner():
    local = Noisy('inner')
    raise ValueError('x')


def outer():
    other = Noisy('outer')
    inner()


try:
    outer()
except ValueError as error:
    print('caught')  # expect: caught
    names = [sorted(t.tb_frame.f_locals) for t in (error.__traceback__.tb_next, error.__traceback__.tb_next.tb_next)]
    print(names)  # expect: [['other'], ['local']]
print('after')
# expect: gone inner
# expect: gone outer
# expect: after


def swallowing():
    kept = Noisy('kept')
    try:
        inner()
    except ValueError as error:
        saved = error.with_traceback(None)
    # expect: gone inner
    print('still', kept.name)  # expect: still kept
    return saved


saved = swallowing()
# expect: gone kept
print(saved.__traceback__)  # expect: None


def returned():
    held = Noisy('held')
    try:
        raise KeyError('k')
    except KeyError as error:
        return error


error = returned()
print('returned', error.__traceback__.tb_frame.f_locals['held'].name)  # expect: returned held
del error
# expect: gone held
print('end')  # expect: end


def generator():
    mine = Noisy('generator')
    yield 1
    raise LookupError


g = generator()
next(g)
try:
    next(g)
except LookupError as error:
    print('in handler')  # expect: in handler
# expect: gone generator
print('done')  # expect: done
