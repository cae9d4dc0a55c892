# importlib: by name, by spec, by finders and loaders of the script's own; runpy.
import importlib, sys, importlib.util, importlib.machinery
place = __file__.rpartition('/')[0] + '/_plain.py' if '/' in __file__ else '_plain.py'
import _plain
place = _plain.__file__
m = importlib.import_module('sys'); print(m is sys)
for a in [('.x',), ('.x', ''), ('..x', 'a'), ('',), (3,)]:
    try: print(importlib.import_module(*a))
    except Exception as e: print(type(e).__name__, e)
print([f.__name__ for f in sys.meta_path][:3])
class F:
    def find_spec(self, name, path=None, target=None):
        if name == 'zork': return importlib.util.spec_from_loader(name, L())
class L:
    def create_module(self, spec): print('create', spec.name); return None
    def exec_module(self, module): print('exec', module.__name__); module.x = 5
sys.meta_path.append(F())
import zork; print(zork.x, zork.__spec__.name, type(zork.__loader__).__name__, zork.__package__ == '')


s = importlib.util.spec_from_file_location('mm', place)
m = importlib.util.module_from_spec(s); s.loader.exec_module(m); print(m.y, m.__spec__.has_location)
import _plain as mm
mm.y = 7; mm.other = 8
importlib.reload(mm); print(mm.y, mm.other)
print(importlib.util.find_spec('nope'), importlib.util.find_spec('_plain').origin == place)
try: importlib.util.find_spec('_plain.x')
except ModuleNotFoundError as e: print(e)
class SL(importlib.machinery.SourceFileLoader):
    def get_data(self, path): return super().get_data(path) + b'z = 9\n'
s = importlib.util.spec_from_file_location('mm2', place, loader=SL('mm2', place))
m = importlib.util.module_from_spec(s); s.loader.exec_module(m); print(m.y, m.z)
import runpy
print(runpy.run_path('_shown.py')['w'])
print(runpy.run_module('_shown', run_name='__main__')['w'])
sys.meta_path.insert(0, F())
lz = importlib.util.spec_from_file_location('lz', place)
lz.loader = importlib.util.LazyLoader(lz.loader)
m = importlib.util.module_from_spec(lz); lz.loader.exec_module(m); print(type(m).__name__); print(m.y, type(m).__name__)
try: importlib.reload(3)
except TypeError as e: print(e)
print(importlib.util.resolve_name('.a', 'b.c'))
