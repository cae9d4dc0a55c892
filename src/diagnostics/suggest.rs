//! What the user may have meant: the nearest known name, a module that was not imported.

/// Names that differ in a longer part are not compared.
const MAX_LENGTH: usize = 40;

/// Among so many names none is searched.
const MAX_CANDIDATES: usize = 750;

/// What it costs to insert, delete or replace a character.
const MOVE: usize = 2;

/// What it costs to change the case of a letter.
const CASE: usize = 1;

/// The candidate that is nearest to `wrong`, if one is near enough. Of equally near ones the first wins.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let candidates: Vec<&str> = candidates.into_iter().take(MAX_CANDIDATES).collect();
    if candidates.len() == MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(&str, usize)> = None;
    for candidate in candidates {
        if candidate == wrong {
            continue;
        }
        // At most a third of the characters may differ; lengths count bytes, as in the reference.
        let mut most = (wrong.len() + candidate.len() + 3) * MOVE / 6;
        if let Some((_, distance)) = best {
            most = most.min(distance - 1);
        }
        if let Some(distance) = distance(wrong, candidate, most) {
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The cheapest way from `left` to `right`, if it costs at most `most`.
fn distance(left: &str, right: &str, most: usize) -> Option<usize> {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    let prefix = left
        .iter()
        .zip(right)
        .take_while(|(left, right)| left == right)
        .count();
    (left, right) = (&left[prefix..], &right[prefix..]);
    let suffix = left
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(|(left, right)| left == right)
        .count();
    (left, right) = (&left[..left.len() - suffix], &right[..right.len() - suffix]);
    if left.is_empty() || right.is_empty() {
        return Some((left.len() + right.len()) * MOVE).filter(|cost| *cost <= most);
    }
    if left.len() > MAX_LENGTH || right.len() > MAX_LENGTH {
        return None;
    }
    if right.len() < left.len() {
        (left, right) = (right, left);
    }
    if (right.len() - left.len()) * MOVE > most {
        return None;
    }
    // One row of the table of distances, updated in place.
    let mut row: Vec<usize> = (1..=left.len()).map(|count| count * MOVE).collect();
    let mut result = 0;
    for (index, &char) in right.iter().enumerate() {
        let mut diagonal = index * MOVE;
        result = diagonal;
        let mut smallest = usize::MAX;
        // What stands left of the row's first field is the cost of `index + 1` insertions minus one step.
        for (cost, &other) in row.iter_mut().zip(left) {
            let replaced = diagonal + substitution(char, other);
            diagonal = *cost;
            result = replaced.min(result.min(diagonal) + MOVE);
            *cost = result;
            smallest = smallest.min(result);
        }
        if smallest > most {
            return None;
        }
    }
    Some(result).filter(|cost| *cost <= most)
}

fn substitution(left: u8, right: u8) -> usize {
    if left == right {
        0
    } else if left.eq_ignore_ascii_case(&right) {
        CASE
    } else {
        MOVE
    }
}

/// The nearest of `names` to a name that was not found: of a variable, attribute or imported name. Names that begin
/// with an underscore are meant only by one that does too, unless `hidden_too`.
pub fn name<'a>(
    wrong: &str,
    names: impl IntoIterator<Item = &'a str>,
    hidden_too: bool,
) -> Option<&'a str> {
    let hide = !hidden_too && !wrong.starts_with('_');
    nearest(
        wrong,
        names
            .into_iter()
            .filter(|name| !(hide && name.starts_with('_'))),
    )
}

/// The words behind the message of a `NameError`, `AttributeError` or `ImportError`: `found` is the nearest name,
/// `missing` the name that a `NameError` did not find.
pub fn sentence(found: Option<&str>, missing: Option<&str>) -> Option<String> {
    let module = missing.filter(|name| is_stdlib_module(name));
    match (found, module) {
        (Some(found), Some(module)) => Some(format!(
            "Did you mean: '{found}'? Or did you forget to import '{module}'?"
        )),
        (Some(found), None) => Some(format!("Did you mean: '{found}'?")),
        (None, Some(module)) => Some(format!("Did you forget to import '{module}'?")),
        (None, None) => None,
    }
}

/// Whether the reference's standard library has a module of this name.
pub fn is_stdlib_module(name: &str) -> bool {
    STDLIB_MODULES.binary_search(&name).is_ok()
}

/// The top-level modules of the reference's standard library, sorted.
const STDLIB_MODULES: [&str; 289] = [
    "__future__",
    "_abc",
    "_aix_support",
    "_android_support",
    "_ast",
    "_asyncio",
    "_bisect",
    "_blake2",
    "_bz2",
    "_codecs",
    "_codecs_cn",
    "_codecs_hk",
    "_codecs_iso2022",
    "_codecs_jp",
    "_codecs_kr",
    "_codecs_tw",
    "_collections",
    "_collections_abc",
    "_colorize",
    "_compat_pickle",
    "_compression",
    "_contextvars",
    "_csv",
    "_ctypes",
    "_curses",
    "_curses_panel",
    "_datetime",
    "_dbm",
    "_decimal",
    "_elementtree",
    "_frozen_importlib",
    "_frozen_importlib_external",
    "_functools",
    "_gdbm",
    "_hashlib",
    "_heapq",
    "_imp",
    "_interpchannels",
    "_interpqueues",
    "_interpreters",
    "_io",
    "_ios_support",
    "_json",
    "_locale",
    "_lsprof",
    "_lzma",
    "_markupbase",
    "_md5",
    "_multibytecodec",
    "_multiprocessing",
    "_opcode",
    "_opcode_metadata",
    "_operator",
    "_osx_support",
    "_overlapped",
    "_pickle",
    "_posixshmem",
    "_posixsubprocess",
    "_py_abc",
    "_pydatetime",
    "_pydecimal",
    "_pyio",
    "_pylong",
    "_pyrepl",
    "_queue",
    "_random",
    "_scproxy",
    "_sha1",
    "_sha2",
    "_sha3",
    "_signal",
    "_sitebuiltins",
    "_socket",
    "_sqlite3",
    "_sre",
    "_ssl",
    "_stat",
    "_statistics",
    "_string",
    "_strptime",
    "_struct",
    "_suggestions",
    "_symtable",
    "_sysconfig",
    "_thread",
    "_threading_local",
    "_tkinter",
    "_tokenize",
    "_tracemalloc",
    "_typing",
    "_uuid",
    "_warnings",
    "_weakref",
    "_weakrefset",
    "_winapi",
    "_wmi",
    "_zoneinfo",
    "abc",
    "antigravity",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "atexit",
    "base64",
    "bdb",
    "binascii",
    "bisect",
    "builtins",
    "bz2",
    "cProfile",
    "calendar",
    "cmath",
    "cmd",
    "code",
    "codecs",
    "codeop",
    "collections",
    "colorsys",
    "compileall",
    "concurrent",
    "configparser",
    "contextlib",
    "contextvars",
    "copy",
    "copyreg",
    "csv",
    "ctypes",
    "curses",
    "dataclasses",
    "datetime",
    "dbm",
    "decimal",
    "difflib",
    "dis",
    "doctest",
    "email",
    "encodings",
    "ensurepip",
    "enum",
    "errno",
    "faulthandler",
    "fcntl",
    "filecmp",
    "fileinput",
    "fnmatch",
    "fractions",
    "ftplib",
    "functools",
    "gc",
    "genericpath",
    "getopt",
    "getpass",
    "gettext",
    "glob",
    "graphlib",
    "grp",
    "gzip",
    "hashlib",
    "heapq",
    "hmac",
    "html",
    "http",
    "idlelib",
    "imaplib",
    "importlib",
    "inspect",
    "io",
    "ipaddress",
    "itertools",
    "json",
    "keyword",
    "linecache",
    "locale",
    "logging",
    "lzma",
    "mailbox",
    "marshal",
    "math",
    "mimetypes",
    "mmap",
    "modulefinder",
    "msvcrt",
    "multiprocessing",
    "netrc",
    "nt",
    "ntpath",
    "nturl2path",
    "numbers",
    "opcode",
    "operator",
    "optparse",
    "os",
    "pathlib",
    "pdb",
    "pickle",
    "pickletools",
    "pkgutil",
    "platform",
    "plistlib",
    "poplib",
    "posix",
    "posixpath",
    "pprint",
    "profile",
    "pstats",
    "pty",
    "pwd",
    "py_compile",
    "pyclbr",
    "pydoc",
    "pydoc_data",
    "pyexpat",
    "queue",
    "quopri",
    "random",
    "re",
    "readline",
    "reprlib",
    "resource",
    "rlcompleter",
    "runpy",
    "sched",
    "secrets",
    "select",
    "selectors",
    "shelve",
    "shlex",
    "shutil",
    "signal",
    "site",
    "smtplib",
    "socket",
    "socketserver",
    "sqlite3",
    "sre_compile",
    "sre_constants",
    "sre_parse",
    "ssl",
    "stat",
    "statistics",
    "string",
    "stringprep",
    "struct",
    "subprocess",
    "symtable",
    "sys",
    "sysconfig",
    "syslog",
    "tabnanny",
    "tarfile",
    "tempfile",
    "termios",
    "textwrap",
    "this",
    "threading",
    "time",
    "timeit",
    "tkinter",
    "token",
    "tokenize",
    "tomllib",
    "trace",
    "traceback",
    "tracemalloc",
    "tty",
    "turtle",
    "turtledemo",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "urllib",
    "uuid",
    "venv",
    "warnings",
    "wave",
    "weakref",
    "webbrowser",
    "winreg",
    "winsound",
    "wsgiref",
    "xml",
    "xmlrpc",
    "zipapp",
    "zipfile",
    "zipimport",
    "zlib",
    "zoneinfo",
];
