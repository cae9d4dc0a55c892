# What open() refuses.
def refused(*args, **kwargs):
    try:
        open(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)


refused("does-not-exist")  # expect: FileNotFoundError [Errno 2] No such file or directory: 'does-not-exist'
refused("/")  # expect: IsADirectoryError [Errno 21] Is a directory: '/'
refused("x", "q")  # expect: ValueError invalid mode: 'q'
refused("x", "rw")  # expect: ValueError must have exactly one of create/read/write/append mode
refused("x", "rb", encoding="utf-8")  # expect: ValueError binary mode doesn't take an encoding argument
refused("_text.txt", "rt", newline="z")  # expect: ValueError illegal newline value: z
refused("_text.txt", buffering=0)  # expect: ValueError can't have unbuffered text I/O
refused(5.5)  # expect: TypeError expected str, bytes or os.PathLike object, not float
refused("x", 5)  # expect: TypeError open() argument 'mode' must be str, not int
