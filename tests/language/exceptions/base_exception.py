# `except Exception` lets BaseExceptions pass.
for kind in (KeyboardInterrupt, SystemExit, GeneratorExit):
    try:
        try:
            raise kind
        except Exception:
            print("never")
    except BaseException as error:
        print("base", repr(error))
        # expect: base KeyboardInterrupt()
        # expect: base SystemExit()
        # expect: base GeneratorExit()
