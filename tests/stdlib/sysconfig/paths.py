"""What programs ask of the installation."""
import os
import sysconfig

print(sysconfig.get_python_version())  # expect: 3.13
print(sysconfig.get_path_names())  # expect: ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data')
print(sysconfig.get_paths("posix_prefix", {"base": "/b"})["purelib"])  # expect: /b/lib/python3.13/site-packages
print(sysconfig.get_path("scripts", "posix_home", {"base": "/h"}))  # expect: /h/bin
print(sysconfig.get_scheme_names()[:3])  # expect: ('nt', 'nt_user', 'nt_venv')
print(sysconfig.get_platform() == f"linux-{os.uname().machine}" or os.uname().sysname)  # expect: True
print(sysconfig.get_config_var("py_version_short"), sysconfig.get_config_var("nothing"))  # expect: 3.13 None
print(sysconfig.get_config_vars("py_version_nodot", "Py_DEBUG"))  # expect: ['313', 0]
print(sysconfig.is_python_build(), sysconfig.get_default_scheme())  # expect: False posix_prefix
