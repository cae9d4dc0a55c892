//! The modules that scripts import: the registry of native ones and of those written in the language.

pub mod abc;
pub mod arrays;
pub mod ast;
pub mod asyncio;
pub mod atexit;
pub mod binascii;
pub mod bisect;
pub mod builtins;
pub mod codecs;
pub mod collections;
pub mod contextvars;
pub mod decimal;
pub mod functools;
pub mod gc;
pub mod hashes;
pub mod heapq;
pub mod importlib;
pub mod io;
pub mod itertools;
pub mod json;
pub mod libc_numbers;
pub mod marshal;
pub mod math;
pub mod module_names;
pub mod native_class;
pub mod operator;
pub mod os;
pub mod permissions;
pub mod random;
pub mod re;
pub mod select;
pub mod signal;
pub mod socket;
pub mod stdio;
pub mod structs;
pub mod subprocess;
pub mod sys;
pub mod thread;
pub mod time;
pub mod traceback;
pub mod types;
pub mod typing;
pub mod unicodedata;
pub mod warnings;
pub mod weakref;
pub mod zlib;

use crate::interp::Res;
use crate::interp::Vm;
use crate::objects::counted::Ref;
use crate::objects::module::Module;

/// One module that `import` finds.
pub struct ModuleDef {
    /// Its dotted name.
    pub name: &'static str,
    /// How it comes to be.
    pub make: Make,
}

/// How a module comes to be.
pub enum Make {
    /// Filled by native code.
    Native(fn(&Vm, &Ref<Module>) -> Res<()>),
    /// Source text in the language, run when first imported.
    Source(&'static str),
}

/// A module written in the language.
const fn source(name: &'static str, text: &'static str) -> ModuleDef {
    ModuleDef {
        name,
        make: Make::Source(text),
    }
}

/// All modules of the standard library.
pub const REGISTRY: &[ModuleDef] = &[
    ModuleDef {
        name: "__future__",
        make: Make::Source(include_str!("__future__.py")),
    },
    source("argparse", include_str!("argparse/argparse.py")),
    source("_argparse_actions", include_str!("argparse/actions.py")),
    source("_argparse_help", include_str!("argparse/help.py")),
    source("_argparse_run", include_str!("argparse/run.py")),
    source("ast", include_str!("ast/ast.py")),
    source("_ast", include_str!("ast/_ast.py")),
    source("_ast_unparse", include_str!("ast/unparse.py")),
    source("_ast_validate", include_str!("ast/validate.py")),
    ModuleDef {
        name: "_ast_tree",
        make: Make::Native(ast::make),
    },
    source("ntpath", include_str!("os/ntpath.py")),
    ModuleDef {
        name: "_marshal",
        make: Make::Native(marshal::make),
    },
    source("marshal", include_str!("marshal/marshal.py")),
    source("pwd", include_str!("os/pwd.py")),
    source("grp", include_str!("os/grp.py")),
    source("resource", include_str!("os/resource.py")),
    source("_inspect_more", include_str!("introspection/more.py")),
    source("_fields", include_str!("os/fields.py")),
    source("_os_programs", include_str!("os/programs.py")),
    source("_os_system", include_str!("os/system.py")),
    source("sysconfig", include_str!("system/sysconfig.py")),
    source("urllib", "\"\"\"Addresses of the web.\"\"\"\n"),
    source("_csv", include_str!("data/_csv.py")),
    source("csv", include_str!("data/csv.py")),
    source("shlex", include_str!("data/shlex.py")),
    source("calendar", include_str!("data/calendar.py")),
    source("colorsys", include_str!("data/colorsys.py")),
    source("configparser", include_str!("data/configparser.py")),
    source("tomllib", include_str!("data/tomllib.py")),
    source("html", include_str!("web/html.py")),
    source("html.entities", include_str!("web/entities.py")),
    source("html.parser", include_str!("web/html_parser.py")),
    source("urllib.error", include_str!("web/urllib_error.py")),
    source("urllib.parse", include_str!("web/urllib_parse.py")),
    source("urllib.request", include_str!("web/urllib_request.py")),
    source("locale", include_str!("system/locale.py")),
    source("getopt", include_str!("system/getopt.py")),
    source("sched", include_str!("program/sched.py")),
    source("optparse", include_str!("program/optparse.py")),
    source("mimetypes", include_str!("web/mimetypes.py")),
    source("token", include_str!("program/token.py")),
    source("tokenize", include_str!("program/tokenize.py")),
    source("pkgutil", include_str!("system/pkgutil.py")),
    source("gettext", include_str!("system/gettext.py")),
    source("importlib.metadata", include_str!("importlib/metadata.py")),
    source(
        "importlib.resources",
        include_str!("importlib/resources.py"),
    ),
    source(
        "importlib.resources.readers",
        include_str!("importlib/resources_readers.py"),
    ),
    source("bdb", include_str!("debug/bdb.py")),
    source("pdb", include_str!("debug/pdb.py")),
    source("faulthandler", include_str!("debug/faulthandler.py")),
    source("xml", include_str!("xml/package.py")),
    source("xml.etree", include_str!("xml/package.py")),
    source("xml.etree.ElementTree", include_str!("xml/element_tree.py")),
    source("xml.sax", include_str!("xml/package.py")),
    source("xml.sax.saxutils", include_str!("xml/saxutils.py")),
    source("_xml_path", include_str!("xml/path.py")),
    source("_xml_parse", include_str!("xml/parse.py")),
    source("zipimport", include_str!("importlib/zipimport.py")),
    source(
        "importlib.resources.abc",
        include_str!("importlib/resources_abc.py"),
    ),
    source("pydoc", include_str!("introspection/pydoc.py")),
    source("codeop", include_str!("program/codeop.py")),
    source("code", include_str!("program/code.py")),
    source("cmd", include_str!("program/cmd.py")),
    source("timeit", include_str!("program/timeit.py")),
    source("doctest", include_str!("program/doctest.py")),
    source(
        "_doctest_examples",
        include_str!("program/doctest_examples.py"),
    ),
    source("_doctest_find", include_str!("program/doctest_find.py")),
    source("http", include_str!("web/http.py")),
    source("ipaddress", include_str!("web/ipaddress.py")),
    source("platform", include_str!("system/platform.py")),
    source("getpass", include_str!("system/getpass.py")),
    source("filecmp", include_str!("system/filecmp.py")),
    source("fileinput", include_str!("system/fileinput.py")),
    ModuleDef {
        name: "_asyncio",
        make: Make::Source(include_str!("asyncio/_asyncio.py")),
    },
    ModuleDef {
        name: "asyncio",
        make: Make::Native(asyncio::make),
    },
    ModuleDef {
        name: "asyncio.base_events",
        make: Make::Source(include_str!("asyncio/base_events.py")),
    },
    ModuleDef {
        name: "asyncio.base_futures",
        make: Make::Source(include_str!("asyncio/base_futures.py")),
    },
    ModuleDef {
        name: "asyncio.base_tasks",
        make: Make::Source(include_str!("asyncio/base_tasks.py")),
    },
    ModuleDef {
        name: "asyncio.constants",
        make: Make::Source(include_str!("asyncio/constants.py")),
    },
    ModuleDef {
        name: "asyncio.coroutines",
        make: Make::Source(include_str!("asyncio/coroutines.py")),
    },
    ModuleDef {
        name: "asyncio.format_helpers",
        make: Make::Source(include_str!("asyncio/format_helpers.py")),
    },
    ModuleDef {
        name: "asyncio.sslproto",
        make: Make::Source(include_str!("asyncio/sslproto.py")),
    },
    ModuleDef {
        name: "asyncio.futures",
        make: Make::Source(include_str!("asyncio/futures.py")),
    },
    ModuleDef {
        name: "asyncio.log",
        make: Make::Source(include_str!("asyncio/log.py")),
    },
    ModuleDef {
        name: "asyncio.protocols",
        make: Make::Source(include_str!("asyncio/protocols.py")),
    },
    ModuleDef {
        name: "asyncio.staggered",
        make: Make::Source(include_str!("asyncio/staggered.py")),
    },
    ModuleDef {
        name: "asyncio.threads",
        make: Make::Source(include_str!("asyncio/threads.py")),
    },
    ModuleDef {
        name: "asyncio.transports",
        make: Make::Source(include_str!("asyncio/transports.py")),
    },
    ModuleDef {
        name: "asyncio.trsock",
        make: Make::Source(include_str!("asyncio/trsock.py")),
    },
    ModuleDef {
        name: "asyncio.events",
        make: Make::Source(include_str!("asyncio/events.py")),
    },
    ModuleDef {
        name: "asyncio.exceptions",
        make: Make::Source(include_str!("asyncio/exceptions.py")),
    },
    ModuleDef {
        name: "asyncio.locks",
        make: Make::Source(include_str!("asyncio/locks.py")),
    },
    ModuleDef {
        name: "asyncio.mixins",
        make: Make::Source(include_str!("asyncio/mixins.py")),
    },
    ModuleDef {
        name: "asyncio.queues",
        make: Make::Source(include_str!("asyncio/queues.py")),
    },
    ModuleDef {
        name: "asyncio.runners",
        make: Make::Source(include_str!("asyncio/runners.py")),
    },
    ModuleDef {
        name: "asyncio.taskgroups",
        make: Make::Source(include_str!("asyncio/taskgroups.py")),
    },
    ModuleDef {
        name: "asyncio.tasks",
        make: Make::Source(include_str!("asyncio/tasks.py")),
    },
    ModuleDef {
        name: "asyncio.timeouts",
        make: Make::Source(include_str!("asyncio/timeouts.py")),
    },
    ModuleDef {
        name: "atexit",
        make: Make::Native(atexit::make),
    },
    ModuleDef {
        name: "_collections",
        make: Make::Native(collections::make),
    },
    ModuleDef {
        name: "atexit",
        make: Make::Native(atexit::make),
    },
    ModuleDef {
        name: "_codecs",
        make: Make::Native(codecs::make),
    },
    ModuleDef {
        name: "_codecs_other",
        make: Make::Source(include_str!("codecs/other.py")),
    },
    ModuleDef {
        name: "_codecs_streams",
        make: Make::Source(include_str!("codecs/streams.py")),
    },
    ModuleDef {
        name: "codecs",
        make: Make::Source(include_str!("codecs/codecs.py")),
    },
    ModuleDef {
        name: "encodings",
        make: Make::Source(include_str!("codecs/encodings.py")),
    },
    ModuleDef {
        name: "encodings.aliases",
        make: Make::Source(include_str!("codecs/aliases.py")),
    },
    ModuleDef {
        name: "encodings.idna",
        make: Make::Source(include_str!("codecs/idna.py")),
    },
    ModuleDef {
        name: "contextvars",
        make: Make::Native(contextvars::make),
    },
    ModuleDef {
        name: "io",
        make: Make::Source(include_str!("io/io.py")),
    },
    ModuleDef {
        name: "_io",
        make: Make::Native(io::make),
    },
    ModuleDef {
        name: "_signal",
        make: Make::Native(signal::make),
    },
    ModuleDef {
        name: "signal",
        make: Make::Source(include_str!("signal/signal.py")),
    },
    ModuleDef {
        name: "_thread",
        make: Make::Native(thread::make),
    },
    ModuleDef {
        name: "threading",
        make: Make::Source(include_str!("thread/threading.py")),
    },
    ModuleDef {
        name: "queue",
        make: Make::Source(include_str!("thread/queue.py")),
    },
    ModuleDef {
        name: "_queue",
        make: Make::Source(include_str!("thread/_queue.py")),
    },
    ModuleDef {
        name: "concurrent",
        make: Make::Source("\"\"\"Packages for running things at the same time.\"\"\"\n"),
    },
    ModuleDef {
        name: "concurrent.futures",
        make: Make::Source(include_str!("concurrent/__init__.py")),
    },
    ModuleDef {
        name: "concurrent.futures._base",
        make: Make::Source(include_str!("concurrent/_base.py")),
    },
    ModuleDef {
        name: "concurrent.futures.thread",
        make: Make::Source(include_str!("concurrent/thread.py")),
    },
    ModuleDef {
        name: "concurrent.futures.process",
        make: Make::Source(include_str!("concurrent/process.py")),
    },
    ModuleDef {
        name: "_abc",
        make: Make::Native(abc::make),
    },
    ModuleDef {
        name: "_bisect",
        make: Make::Native(bisect::make),
    },
    ModuleDef {
        name: "bisect",
        make: Make::Source(include_str!("bisect.py")),
    },
    ModuleDef {
        name: "_functools",
        make: Make::Native(functools::make),
    },
    ModuleDef {
        name: "_heapq",
        make: Make::Native(heapq::make),
    },
    ModuleDef {
        name: "_random",
        make: Make::Native(random::make),
    },
    ModuleDef {
        name: "abc",
        make: Make::Source(include_str!("abc.py")),
    },
    ModuleDef {
        name: "_collections_abc",
        make: Make::Source(include_str!("_collections_abc.py")),
    },
    source(
        "_collections_wrappers",
        include_str!("collections/wrappers.py"),
    ),
    ModuleDef {
        name: "collections",
        make: Make::Source(include_str!("collections/collections.py")),
    },
    ModuleDef {
        name: "collections.abc",
        make: Make::Source(include_str!("collections/abc.py")),
    },
    ModuleDef {
        name: "heapq",
        make: Make::Source(include_str!("heapq.py")),
    },
    ModuleDef {
        name: "keyword",
        make: Make::Source(include_str!("keyword.py")),
    },
    ModuleDef {
        name: "contextlib",
        make: Make::Source(include_str!("contextlib.py")),
    },
    ModuleDef {
        name: "copy",
        make: Make::Source(include_str!("copy.py")),
    },
    ModuleDef {
        name: "copyreg",
        make: Make::Source(include_str!("copyreg.py")),
    },
    ModuleDef {
        name: "dataclasses",
        make: Make::Source(include_str!("dataclasses.py")),
    },
    source("_enum_checks", include_str!("enum_checks.py")),
    ModuleDef {
        name: "enum",
        make: Make::Source(include_str!("enum.py")),
    },
    ModuleDef {
        name: "graphlib",
        make: Make::Source(include_str!("graphlib.py")),
    },
    ModuleDef {
        name: "numbers",
        make: Make::Source(include_str!("numbers.py")),
    },
    ModuleDef {
        name: "random",
        make: Make::Source(include_str!("random.py")),
    },
    ModuleDef {
        name: "reprlib",
        make: Make::Source(include_str!("reprlib.py")),
    },
    ModuleDef {
        name: "string",
        make: Make::Source(include_str!("string.py")),
    },
    ModuleDef {
        name: "fractions",
        make: Make::Source(include_str!("fractions.py")),
    },
    ModuleDef {
        name: "cmath",
        make: Make::Source(include_str!("cmath.py")),
    },
    ModuleDef {
        name: "statistics",
        make: Make::Source(include_str!("statistics.py")),
    },
    ModuleDef {
        name: "functools",
        make: Make::Source(include_str!("functools.py")),
    },
    ModuleDef {
        name: "itertools",
        make: Make::Native(itertools::make),
    },
    ModuleDef {
        name: "math",
        make: Make::Native(math::make),
    },
    ModuleDef {
        name: "_operator",
        make: Make::Native(operator::make),
    },
    ModuleDef {
        name: "operator",
        make: Make::Native(operator::make_public),
    },
    ModuleDef {
        name: "sys",
        make: Make::Native(sys::make),
    },
    ModuleDef {
        name: "time",
        make: Make::Native(time::make),
    },
    ModuleDef {
        name: "_traceback",
        make: Make::Native(traceback::make),
    },
    ModuleDef {
        name: "traceback",
        make: Make::Source(include_str!("traceback.py")),
    },
    ModuleDef {
        name: "_types",
        make: Make::Native(types::make),
    },
    ModuleDef {
        name: "types",
        make: Make::Source(include_str!("types.py")),
    },
    ModuleDef {
        name: "_typing",
        make: Make::Native(typing::make),
    },
    typing::part("typing", include_str!("typing/typing.py")),
    typing::part("_typing_aliases", include_str!("typing/aliases.py")),
    typing::part("_typing_hints", include_str!("typing/hints.py")),
    typing::part("_typing_params", include_str!("typing/params.py")),
    typing::part("_typing_private", include_str!("typing/private.py")),
    typing::part("_typing_protocols", include_str!("typing/protocols.py")),
    typing::part("_typing_records", include_str!("typing/records.py")),
    typing::part("_typing_streams", include_str!("typing/streams.py")),
    ModuleDef {
        name: "_warnings",
        make: Make::Native(warnings::make),
    },
    ModuleDef {
        name: "warnings",
        make: Make::Source(include_str!("warnings.py")),
    },
    ModuleDef {
        name: "_json",
        make: Make::Native(json::make),
    },
    ModuleDef {
        name: "json",
        make: Make::Source(include_str!("json/json.py")),
    },
    ModuleDef {
        name: "json.decoder",
        make: Make::Source(include_str!("json/decoder.py")),
    },
    ModuleDef {
        name: "json.encoder",
        make: Make::Source(include_str!("json/encoder.py")),
    },
    ModuleDef {
        name: "json.scanner",
        make: Make::Source(include_str!("json/scanner.py")),
    },
    ModuleDef {
        name: "json.tool",
        make: Make::Source(include_str!("json/tool.py")),
    },
    ModuleDef {
        name: "_sre",
        make: Make::Native(re::make),
    },
    ModuleDef {
        name: "re",
        make: Make::Source(include_str!("re/re.py")),
    },
    ModuleDef {
        name: "posix",
        make: Make::Native(os::make),
    },
    ModuleDef {
        name: "errno",
        make: Make::Native(os::make_errno),
    },
    ModuleDef {
        name: "os",
        make: Make::Source(include_str!("os/os.py")),
    },
    ModuleDef {
        name: "posixpath",
        make: Make::Source(include_str!("os/posixpath.py")),
    },
    ModuleDef {
        name: "stat",
        make: Make::Source(include_str!("os/stat.py")),
    },
    source("_datetime_delta", include_str!("datetime/delta.py")),
    source("_datetime_parts", include_str!("datetime/parts.py")),
    ModuleDef {
        name: "datetime",
        make: Make::Source(include_str!("datetime/datetime.py")),
    },
    ModuleDef {
        name: "_strptime",
        make: Make::Source(include_str!("datetime/_strptime.py")),
    },
    source("_mock_calls", include_str!("unittest/mock_calls.py")),
    source("_mock_patch", include_str!("unittest/mock_patch.py")),
    source("_case_contexts", include_str!("unittest/case_contexts.py")),
    ModuleDef {
        name: "unittest",
        make: Make::Source(include_str!("unittest/unittest.py")),
    },
    ModuleDef {
        name: "unittest.__main__",
        make: Make::Source(include_str!("unittest/__main__.py")),
    },
    ModuleDef {
        name: "unittest.case",
        make: Make::Source(include_str!("unittest/case.py")),
    },
    ModuleDef {
        name: "unittest.result",
        make: Make::Source(include_str!("unittest/result.py")),
    },
    ModuleDef {
        name: "unittest.suite",
        make: Make::Source(include_str!("unittest/suite.py")),
    },
    ModuleDef {
        name: "unittest.loader",
        make: Make::Source(include_str!("unittest/loader.py")),
    },
    ModuleDef {
        name: "unittest.runner",
        make: Make::Source(include_str!("unittest/runner.py")),
    },
    ModuleDef {
        name: "unittest.main",
        make: Make::Source(include_str!("unittest/main.py")),
    },
    ModuleDef {
        name: "unittest.signals",
        make: Make::Source(include_str!("unittest/signals.py")),
    },
    ModuleDef {
        name: "unittest.util",
        make: Make::Source(include_str!("unittest/util.py")),
    },
    ModuleDef {
        name: "unittest.async_case",
        make: Make::Source(include_str!("unittest/async_case.py")),
    },
    ModuleDef {
        name: "fnmatch",
        make: Make::Source(include_str!("text_modules/fnmatch.py")),
    },
    ModuleDef {
        name: "pprint",
        make: Make::Source(include_str!("text_modules/pprint.py")),
    },
    ModuleDef {
        name: "difflib",
        make: Make::Source(include_str!("text_modules/difflib.py")),
    },
    source("_logging_formats", include_str!("logging/formats.py")),
    ModuleDef {
        name: "logging",
        make: Make::Source(include_str!("logging/logging.py")),
    },
    source("_logging_files", include_str!("logging/files.py")),
    source("_logging_network", include_str!("logging/network.py")),
    ModuleDef {
        name: "logging.handlers",
        make: Make::Source(include_str!("logging/handlers.py")),
    },
    ModuleDef {
        name: "logging.config",
        make: Make::Source(include_str!("logging/config.py")),
    },
    ModuleDef {
        name: "unittest.mock",
        make: Make::Source(include_str!("unittest/mock.py")),
    },
    ModuleDef {
        name: "textwrap",
        make: Make::Source(include_str!("text_modules/textwrap.py")),
    },
    ModuleDef {
        name: "glob",
        make: Make::Source(include_str!("files/glob.py")),
    },
    ModuleDef {
        name: "shutil",
        make: Make::Source(include_str!("files/shutil.py")),
    },
    ModuleDef {
        name: "tempfile",
        make: Make::Source(include_str!("files/tempfile.py")),
    },
    ModuleDef {
        name: "pathlib",
        make: Make::Source(include_str!("files/pathlib.py")),
    },
    ModuleDef {
        name: "inspect",
        make: Make::Source(include_str!("introspection/inspect.py")),
    },
    ModuleDef {
        name: "_inspect_attributes",
        make: Make::Source(include_str!("introspection/inspect_attributes.py")),
    },
    ModuleDef {
        name: "_inspect_signatures",
        make: Make::Source(include_str!("introspection/inspect_signatures.py")),
    },
    ModuleDef {
        name: "_inspect_source",
        make: Make::Source(include_str!("introspection/inspect_source.py")),
    },
    ModuleDef {
        name: "linecache",
        make: Make::Source(include_str!("introspection/linecache.py")),
    },
    ModuleDef {
        name: "_named_numbers",
        make: Make::Source(include_str!("named_numbers.py")),
    },
    ModuleDef {
        name: "_select",
        make: Make::Native(select::make),
    },
    ModuleDef {
        name: "_subprocess",
        make: Make::Native(subprocess::make),
    },
    ModuleDef {
        name: "socket",
        make: Make::Source(include_str!("socket/socket.py")),
    },
    ModuleDef {
        name: "select",
        make: Make::Source(include_str!("select/select.py")),
    },
    ModuleDef {
        name: "selectors",
        make: Make::Source(include_str!("select/selectors.py")),
    },
    ModuleDef {
        name: "subprocess",
        make: Make::Source(include_str!("subprocess/subprocess.py")),
    },
    ModuleDef {
        name: "asyncio.streams",
        make: Make::Source(include_str!("asyncio/streams.py")),
    },
    ModuleDef {
        name: "asyncio.subprocess",
        make: Make::Source(include_str!("asyncio/subprocess.py")),
    },
    ModuleDef {
        name: "asyncio.selector_events",
        make: Make::Source(include_str!("asyncio/selector_events.py")),
    },
    ModuleDef {
        name: "asyncio.selector_transports",
        make: Make::Source(include_str!("asyncio/selector_transports.py")),
    },
    ModuleDef {
        name: "asyncio.unix_pipes",
        make: Make::Source(include_str!("asyncio/unix_pipes.py")),
    },
    ModuleDef {
        name: "asyncio.unix_events",
        make: Make::Source(include_str!("asyncio/unix_events.py")),
    },
    ModuleDef {
        name: "asyncio.base_subprocess",
        make: Make::Source(include_str!("asyncio/base_subprocess.py")),
    },
    ModuleDef {
        name: "_socket",
        make: Make::Native(socket::make),
    },
    ModuleDef {
        name: "gc",
        make: Make::Native(gc::make),
    },
    ModuleDef {
        name: "_weakref",
        make: Make::Native(weakref::make),
    },
    ModuleDef {
        name: "weakref",
        make: Make::Source(include_str!("weakref.py")),
    },
    ModuleDef {
        name: "_weakrefset",
        make: Make::Source(include_str!("_weakrefset.py")),
    },
    ModuleDef {
        name: "_importlib",
        make: Make::Native(importlib::make),
    },
    ModuleDef {
        name: "importlib",
        make: Make::Source(include_str!("importlib/init.py")),
    },
    ModuleDef {
        name: "importlib._names",
        make: Make::Source(include_str!("importlib/_names.py")),
    },
    ModuleDef {
        name: "importlib.abc",
        make: Make::Source(include_str!("importlib/abc.py")),
    },
    ModuleDef {
        name: "importlib.machinery",
        make: Make::Source(include_str!("importlib/machinery.py")),
    },
    ModuleDef {
        name: "importlib.util",
        make: Make::Source(include_str!("importlib/util.py")),
    },
    ModuleDef {
        name: "struct",
        make: Make::Native(structs::make_public),
    },
    ModuleDef {
        name: "_struct",
        make: Make::Native(structs::make),
    },
    ModuleDef {
        name: "array",
        make: Make::Native(arrays::make),
    },
    ModuleDef {
        name: "binascii",
        make: Make::Native(binascii::make),
    },
    ModuleDef {
        name: "unicodedata",
        make: Make::Native(unicodedata::make),
    },
    ModuleDef {
        name: "zlib",
        make: Make::Native(zlib::make),
    },
    ModuleDef {
        name: "_hashlib",
        make: Make::Native(hashes::make),
    },
    ModuleDef {
        name: "_blake2",
        make: Make::Native(hashes::make_blake2),
    },
    ModuleDef {
        name: "base64",
        make: Make::Source(include_str!("data/base64.py")),
    },
    ModuleDef {
        name: "hashlib",
        make: Make::Source(include_str!("hashes/hashlib.py")),
    },
    ModuleDef {
        name: "hmac",
        make: Make::Source(include_str!("hashes/hmac.py")),
    },
    ModuleDef {
        name: "secrets",
        make: Make::Source(include_str!("hashes/secrets.py")),
    },
    ModuleDef {
        name: "uuid",
        make: Make::Source(include_str!("hashes/uuid.py")),
    },
    ModuleDef {
        name: "pickle",
        make: Make::Source(include_str!("pickles/pickle.py")),
    },
    ModuleDef {
        name: "_pickle",
        make: Make::Source(include_str!("pickles/_pickle.py")),
    },
    ModuleDef {
        name: "_unpickle",
        make: Make::Source(include_str!("pickles/_unpickle.py")),
    },
    ModuleDef {
        name: "_compat_pickle",
        make: Make::Source(include_str!("pickles/_compat_pickle.py")),
    },
    ModuleDef {
        name: "gzip",
        make: Make::Source(include_str!("compression/gzip.py")),
    },
    ModuleDef {
        name: "_decimal",
        make: Make::Native(decimal::make),
    },
    ModuleDef {
        name: "decimal",
        make: Make::Source(include_str!("decimal/decimal.py")),
    },
    ModuleDef {
        name: "zoneinfo",
        make: Make::Source(include_str!("zoneinfo/zoneinfo.py")),
    },
    ModuleDef {
        name: "_tzfile",
        make: Make::Source(include_str!("zoneinfo/_tzfile.py")),
    },
    ModuleDef {
        name: "_opcode",
        make: Make::Source(include_str!("system/_opcode.py")),
    },
    ModuleDef {
        name: "_imp",
        make: Make::Source(include_str!("system/_imp.py")),
    },
    ModuleDef {
        name: "py_compile",
        make: Make::Source(include_str!("system/py_compile.py")),
    },
    ModuleDef {
        name: "runpy",
        make: Make::Source(include_str!("runpy.py")),
    },
];
