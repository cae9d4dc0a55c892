"""Files and directories compared."""
import filecmp
import os
import tempfile

with tempfile.TemporaryDirectory() as root:
    os.chdir(root)
    for folder in "a", "b", "a/inner", "b/inner":
        os.mkdir(folder)
    for name, text in {"a/same": "1", "b/same": "1", "a/differ": "12", "b/differ": "21", "a/left": "", "b/right": "", "a/inner/x": "x", "a/kind": ""}.items():
        with open(name, "w") as file:
            file.write(text)
        os.utime(name, (len(text), len(text)))
    os.mkdir("b/kind")
    print(filecmp.cmp("a/same", "b/same"), filecmp.cmp("a/differ", "b/differ"), filecmp.cmp("a/differ", "b/differ", shallow=False), filecmp.cmp("a", "b"))
    # expect: True True False False
    d = filecmp.dircmp("a", "b", shallow=False)
    print(d.left_only, d.right_only, d.common, d.common_dirs, d.common_files, d.common_funny)
    # expect: ['left'] ['right'] ['differ', 'inner', 'kind', 'same'] ['inner'] ['differ', 'same'] ['kind']
    print(d.same_files, d.diff_files, d.funny_files, list(d.subdirs), d.subdirs["inner"].left_only)  # expect: ['same'] ['differ'] [] ['inner'] ['x']
    print(filecmp.cmpfiles("a", "b", ["same", "differ", "no"], shallow=False))  # expect: (['same'], ['differ'], ['no'])
    d.report_full_closure()
    # expect: diff a b
    # expect: Only in a : ['left']
    # expect: Only in b : ['right']
    # expect: Identical files : ['same']
    # expect: Differing files : ['differ']
    # expect: Common subdirectories : ['inner']
    # expect: Common funny cases : ['kind']
    # expect:
    # expect: diff a/inner b/inner
    # expect: Only in a/inner : ['x']
    os.chdir("/")
