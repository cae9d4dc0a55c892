group = ExceptionGroup("a", [ValueError(1), KeyError(2)])
matching, rest = group.split(OSError)
print(matching, rest is group, rest.__suppress_context__)  # expect: None False True


class Counted(ExceptionGroup):
    made = 0

    def derive(self, members):
        Counted.made += 1
        return Counted(self.message, members)


group = Counted("a", [ValueError(1), KeyError(2)])
group.subgroup(ValueError)
print(Counted.made)  # expect: 1
group.split(ValueError)
print(Counted.made)  # expect: 3
try:
    try:
        1 // 0
    finally:
        raise ExceptionGroup("b", [KeyError("k")])
except* OSError:
    pass
except* KeyError as e:
    print(e.__suppress_context__)  # expect: True
