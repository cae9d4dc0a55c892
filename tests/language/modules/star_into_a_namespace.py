# The names of `import *` go where the code that runs keeps its names.
names = {}
exec("from string import *", globals(), names)
print("digits" in names, "digits" in globals(), "_re" in names)
class Shouting(dict):
    def __setitem__(self, name, value):
        super().__setitem__(name.upper(), value)
shouting = Shouting()
exec("from keyword import *", {}, shouting)
print(sorted(shouting))
own = {}
exec("from keyword import *\nprint(iskeyword('if'))", own)
print("iskeyword" in own)
