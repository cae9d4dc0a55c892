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
pub mod compression;
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

/// A module filled by native code.
const fn native(name: &'static str, fill: fn(&Vm, &Ref<Module>) -> Res<()>) -> ModuleDef {
    ModuleDef {
        name,
        make: Make::Native(fill),
    }
}

/// All modules of the standard library.
pub const REGISTRY: &[ModuleDef] = &[
    source("__future__", include_str!("__future__.py")),
    source("argparse", include_str!("argparse/argparse.py")),
    source("_argparse_actions", include_str!("argparse/actions.py")),
    source("_argparse_help", include_str!("argparse/help.py")),
    source("_argparse_run", include_str!("argparse/run.py")),
    source("ast", include_str!("ast/ast.py")),
    source("_ast", include_str!("ast/_ast.py")),
    source("_ast_unparse", include_str!("ast/unparse.py")),
    source("_ast_validate", include_str!("ast/validate.py")),
    native("_ast_tree", ast::make),
    source("ntpath", include_str!("os/ntpath.py")),
    native("_marshal", marshal::make),
    source("marshal", include_str!("marshal/marshal.py")),
    source("pwd", include_str!("os/pwd.py")),
    source("grp", include_str!("os/grp.py")),
    source("resource", include_str!("os/resource.py")),
    source("_inspect_more", include_str!("introspection/more.py")),
    source("_fields", include_str!("os/fields.py")),
    source("_os_programs", include_str!("os/programs.py")),
    source("_os_system", include_str!("os/system.py")),
    source("_os_environment", include_str!("os/environment.py")),
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
    source("xml.sax", include_str!("xml/sax.py")),
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
    source("_asyncio", include_str!("asyncio/_asyncio.py")),
    native("asyncio", asyncio::make),
    source(
        "asyncio.base_events",
        include_str!("asyncio/base_events.py"),
    ),
    source(
        "asyncio.base_futures",
        include_str!("asyncio/base_futures.py"),
    ),
    source("asyncio.base_tasks", include_str!("asyncio/base_tasks.py")),
    source("asyncio.constants", include_str!("asyncio/constants.py")),
    source("asyncio.coroutines", include_str!("asyncio/coroutines.py")),
    source(
        "asyncio.format_helpers",
        include_str!("asyncio/format_helpers.py"),
    ),
    source("asyncio.sslproto", include_str!("asyncio/sslproto.py")),
    source("asyncio.futures", include_str!("asyncio/futures.py")),
    source("asyncio.log", include_str!("asyncio/log.py")),
    source("asyncio.protocols", include_str!("asyncio/protocols.py")),
    source("asyncio.staggered", include_str!("asyncio/staggered.py")),
    source("asyncio.threads", include_str!("asyncio/threads.py")),
    source("asyncio.transports", include_str!("asyncio/transports.py")),
    source("asyncio.trsock", include_str!("asyncio/trsock.py")),
    source("asyncio.events", include_str!("asyncio/events.py")),
    source("asyncio.exceptions", include_str!("asyncio/exceptions.py")),
    source("asyncio.locks", include_str!("asyncio/locks.py")),
    source("asyncio.mixins", include_str!("asyncio/mixins.py")),
    source("asyncio.queues", include_str!("asyncio/queues.py")),
    source("asyncio.runners", include_str!("asyncio/runners.py")),
    source("asyncio.taskgroups", include_str!("asyncio/taskgroups.py")),
    source("asyncio.tasks", include_str!("asyncio/tasks.py")),
    source("asyncio.timeouts", include_str!("asyncio/timeouts.py")),
    native("atexit", atexit::make),
    native("_collections", collections::make),
    native("atexit", atexit::make),
    native("_codecs", codecs::make),
    source("_codecs_other", include_str!("codecs/other.py")),
    source("_codecs_streams", include_str!("codecs/streams.py")),
    source("codecs", include_str!("codecs/codecs.py")),
    source("encodings", include_str!("codecs/encodings.py")),
    source("encodings.aliases", include_str!("codecs/aliases.py")),
    source("stringprep", include_str!("codecs/stringprep.py")),
    source("encodings.idna", include_str!("codecs/idna.py")),
    native("contextvars", contextvars::make),
    source("io", include_str!("io/io.py")),
    native("_io", io::make),
    native("_signal", signal::make),
    source("signal", include_str!("signal/signal.py")),
    native("_thread", thread::make),
    source("threading", include_str!("thread/threading.py")),
    source("queue", include_str!("thread/queue.py")),
    source("_queue", include_str!("thread/_queue.py")),
    ModuleDef {
        name: "concurrent",
        make: Make::Source("\"\"\"Packages for running things at the same time.\"\"\"\n"),
    },
    source("concurrent.futures", include_str!("concurrent/__init__.py")),
    source(
        "concurrent.futures._base",
        include_str!("concurrent/_base.py"),
    ),
    source(
        "concurrent.futures.thread",
        include_str!("concurrent/thread.py"),
    ),
    source(
        "concurrent.futures.process",
        include_str!("concurrent/process.py"),
    ),
    native("_abc", abc::make),
    native("_bisect", bisect::make),
    source("bisect", include_str!("bisect.py")),
    native("_functools", functools::make),
    native("_heapq", heapq::make),
    native("_random", random::make),
    source("abc", include_str!("abc.py")),
    source("_collections_abc", include_str!("_collections_abc.py")),
    source(
        "_collections_wrappers",
        include_str!("collections/wrappers.py"),
    ),
    source("collections", include_str!("collections/collections.py")),
    source("collections.abc", include_str!("collections/abc.py")),
    source("heapq", include_str!("heapq.py")),
    source("keyword", include_str!("keyword.py")),
    source("contextlib", include_str!("contextlib.py")),
    source("copy", include_str!("copy.py")),
    source("copyreg", include_str!("copyreg.py")),
    source("dataclasses", include_str!("dataclasses.py")),
    source("_enum_checks", include_str!("enum_checks.py")),
    source("enum", include_str!("enum.py")),
    source("graphlib", include_str!("graphlib.py")),
    source("numbers", include_str!("numbers.py")),
    source("random", include_str!("random.py")),
    source("reprlib", include_str!("reprlib.py")),
    source("string", include_str!("string.py")),
    source("fractions", include_str!("fractions.py")),
    source("cmath", include_str!("cmath.py")),
    source("statistics", include_str!("statistics.py")),
    source("functools", include_str!("functools.py")),
    native("itertools", itertools::make),
    native("math", math::make),
    native("_operator", operator::make),
    native("operator", operator::make_public),
    native("sys", sys::make),
    native("time", time::make),
    native("_traceback", traceback::make),
    source("traceback", include_str!("traceback.py")),
    native("_types", types::make),
    source("types", include_str!("types.py")),
    native("_typing", typing::make),
    typing::part("typing", include_str!("typing/typing.py")),
    typing::part("_typing_aliases", include_str!("typing/aliases.py")),
    typing::part("_typing_hints", include_str!("typing/hints.py")),
    typing::part("_typing_generics", include_str!("typing/generics.py")),
    typing::part("_typing_params", include_str!("typing/params.py")),
    typing::part("_typing_private", include_str!("typing/private.py")),
    typing::part("_typing_protocols", include_str!("typing/protocols.py")),
    typing::part("_typing_records", include_str!("typing/records.py")),
    typing::part("_typing_streams", include_str!("typing/streams.py")),
    native("_warnings", warnings::make),
    source("warnings", include_str!("warnings.py")),
    native("_json", json::make),
    source("json", include_str!("json/json.py")),
    source("json.decoder", include_str!("json/decoder.py")),
    source("json.encoder", include_str!("json/encoder.py")),
    source("json.scanner", include_str!("json/scanner.py")),
    source("json.tool", include_str!("json/tool.py")),
    native("_sre", re::make),
    source("re", include_str!("re/re.py")),
    native("posix", os::make),
    native("errno", os::make_errno),
    source("os", include_str!("os/os.py")),
    source("posixpath", include_str!("os/posixpath.py")),
    source("stat", include_str!("os/stat.py")),
    source("_datetime_delta", include_str!("datetime/delta.py")),
    source("_datetime_parts", include_str!("datetime/parts.py")),
    source("datetime", include_str!("datetime/datetime.py")),
    source("_strptime", include_str!("datetime/_strptime.py")),
    source("_mock_calls", include_str!("unittest/mock_calls.py")),
    source("_mock_patch", include_str!("unittest/mock_patch.py")),
    source("_case_contexts", include_str!("unittest/case_contexts.py")),
    source("unittest", include_str!("unittest/unittest.py")),
    source("unittest.__main__", include_str!("unittest/__main__.py")),
    source("unittest.case", include_str!("unittest/case.py")),
    source("unittest.result", include_str!("unittest/result.py")),
    source("unittest.suite", include_str!("unittest/suite.py")),
    source("unittest.loader", include_str!("unittest/loader.py")),
    source("unittest.runner", include_str!("unittest/runner.py")),
    source("unittest.main", include_str!("unittest/main.py")),
    source("unittest.signals", include_str!("unittest/signals.py")),
    source("unittest.util", include_str!("unittest/util.py")),
    source(
        "unittest.async_case",
        include_str!("unittest/async_case.py"),
    ),
    source("fnmatch", include_str!("text_modules/fnmatch.py")),
    source("pprint", include_str!("text_modules/pprint.py")),
    source("difflib", include_str!("text_modules/difflib.py")),
    source("_logging_formats", include_str!("logging/formats.py")),
    source("logging", include_str!("logging/logging.py")),
    source("_logging_files", include_str!("logging/files.py")),
    source("_logging_network", include_str!("logging/network.py")),
    source("logging.handlers", include_str!("logging/handlers.py")),
    source("logging.config", include_str!("logging/config.py")),
    source("unittest.mock", include_str!("unittest/mock.py")),
    source("textwrap", include_str!("text_modules/textwrap.py")),
    source("glob", include_str!("files/glob.py")),
    source("shutil", include_str!("files/shutil.py")),
    source("tempfile", include_str!("files/tempfile.py")),
    source("pathlib", include_str!("files/pathlib.py")),
    source("inspect", include_str!("introspection/inspect.py")),
    source(
        "_inspect_attributes",
        include_str!("introspection/inspect_attributes.py"),
    ),
    source(
        "_inspect_signatures",
        include_str!("introspection/inspect_signatures.py"),
    ),
    source(
        "_inspect_source",
        include_str!("introspection/inspect_source.py"),
    ),
    source("linecache", include_str!("introspection/linecache.py")),
    source("_named_numbers", include_str!("named_numbers.py")),
    native("_select", select::make),
    native("_subprocess", subprocess::make),
    source("socket", include_str!("socket/socket.py")),
    source("select", include_str!("select/select.py")),
    source("selectors", include_str!("select/selectors.py")),
    source("subprocess", include_str!("subprocess/subprocess.py")),
    source("asyncio.streams", include_str!("asyncio/streams.py")),
    source("asyncio.subprocess", include_str!("asyncio/subprocess.py")),
    source(
        "asyncio.selector_events",
        include_str!("asyncio/selector_events.py"),
    ),
    source(
        "asyncio.selector_transports",
        include_str!("asyncio/selector_transports.py"),
    ),
    source("asyncio.unix_pipes", include_str!("asyncio/unix_pipes.py")),
    source(
        "asyncio.unix_events",
        include_str!("asyncio/unix_events.py"),
    ),
    source(
        "asyncio.base_subprocess",
        include_str!("asyncio/base_subprocess.py"),
    ),
    native("_socket", socket::make),
    native("gc", gc::make),
    native("_weakref", weakref::make),
    source("weakref", include_str!("weakref.py")),
    source("_weakrefset", include_str!("_weakrefset.py")),
    native("_importlib", importlib::make),
    source("importlib", include_str!("importlib/init.py")),
    source("importlib._names", include_str!("importlib/_names.py")),
    source("importlib.abc", include_str!("importlib/abc.py")),
    source(
        "importlib.machinery",
        include_str!("importlib/machinery.py"),
    ),
    source("importlib.util", include_str!("importlib/util.py")),
    native("struct", structs::make_public),
    native("_struct", structs::make),
    native("array", arrays::make),
    native("binascii", binascii::make),
    native("unicodedata", unicodedata::make),
    native("zlib", zlib::make),
    native("_hashlib", hashes::make),
    native("_blake2", hashes::make_blake2),
    source("base64", include_str!("data/base64.py")),
    source("hashlib", include_str!("hashes/hashlib.py")),
    source("hmac", include_str!("hashes/hmac.py")),
    source("secrets", include_str!("hashes/secrets.py")),
    source("uuid", include_str!("hashes/uuid.py")),
    source("pickle", include_str!("pickles/pickle.py")),
    source("_pickle", include_str!("pickles/_pickle.py")),
    source("_unpickle", include_str!("pickles/_unpickle.py")),
    source("_compat_pickle", include_str!("pickles/_compat_pickle.py")),
    source("gzip", include_str!("compression/gzip.py")),
    native("_decimal", decimal::make),
    source("decimal", include_str!("decimal/decimal.py")),
    source("zoneinfo", include_str!("zoneinfo/zoneinfo.py")),
    source("_tzfile", include_str!("zoneinfo/_tzfile.py")),
    source("_opcode", include_str!("system/_opcode.py")),
    source("_imp", include_str!("system/_imp.py")),
    source("py_compile", include_str!("system/py_compile.py")),
    source("runpy", include_str!("runpy.py")),
    source("quopri", include_str!("data/quopri.py")),
    source("email", include_str!("email/email.py")),
    source("email.errors", include_str!("email/errors.py")),
    source("email.base64mime", include_str!("email/base64mime.py")),
    source("email.quoprimime", include_str!("email/quoprimime.py")),
    source("email.encoders", include_str!("email/encoders.py")),
    source("email.charset", include_str!("email/charset.py")),
    source("email.iterators", include_str!("email/iterators.py")),
    source("email._parseaddr", include_str!("email/_parseaddr.py")),
    source("email.utils", include_str!("email/utils.py")),
    source("email.header", include_str!("email/header.py")),
    source("email._policybase", include_str!("email/_policybase.py")),
    source("email.policy", include_str!("email/policy.py")),
    source("email.parser", include_str!("email/parser.py")),
    source("email.feedparser", include_str!("email/feedparser.py")),
    source("email.generator", include_str!("email/generator.py")),
    source("email.message", include_str!("email/message.py")),
    source(
        "email.contentmanager",
        include_str!("email/contentmanager.py"),
    ),
    source(
        "email._encoded_words",
        include_str!("email/_encoded_words.py"),
    ),
    source("email._header_tree", include_str!("email/_header_tree.py")),
    source(
        "email._header_grammar",
        include_str!("email/_header_grammar.py"),
    ),
    source("email._header_mime", include_str!("email/_header_mime.py")),
    source(
        "email.headerregistry",
        include_str!("email/headerregistry.py"),
    ),
    source("email.mime", include_str!("email/mime/package.py")),
    source("email.mime.base", include_str!("email/mime/base.py")),
    source(
        "email.mime.nonmultipart",
        include_str!("email/mime/nonmultipart.py"),
    ),
    source(
        "email.mime.multipart",
        include_str!("email/mime/multipart.py"),
    ),
    source("email.mime.text", include_str!("email/mime/text.py")),
    source("email.mime.message", include_str!("email/mime/message.py")),
    source(
        "email.mime.application",
        include_str!("email/mime/application.py"),
    ),
    source("email.mime.audio", include_str!("email/mime/audio.py")),
    source("email.mime.image", include_str!("email/mime/image.py")),
    native("_bz2", compression::bz2::make),
    native("_lzma_codec", compression::lzma::make),
    source("_compression", include_str!("compression/_compression.py")),
    source("bz2", include_str!("compression/bz2.py")),
    source("_lzma", include_str!("compression/_lzma.py")),
    source("lzma", include_str!("compression/lzma.py")),
    source("_zip_records", include_str!("archives/zip_records.py")),
    source("_zip_streams", include_str!("archives/zip_streams.py")),
    source("zipfile", include_str!("archives/zipfile.py")),
    source("zipfile._path", include_str!("archives/zip_path.py")),
    source("zipfile.__main__", include_str!("archives/zip_main.py")),
    source("_tar_base", include_str!("archives/tar_base.py")),
    source("_tar_info", include_str!("archives/tar_info.py")),
    source("_tar_streams", include_str!("archives/tar_streams.py")),
    source("tarfile", include_str!("archives/tarfile.py")),
    source("re._constants", include_str!("re/_constants.py")),
    source("re._parser", include_str!("re/_parser.py")),
    source("re._compiler", include_str!("re/_compiler.py")),
    source("sre_parse", include_str!("re/sre_parse.py")),
    source("sre_constants", include_str!("re/sre_constants.py")),
    source("sre_compile", include_str!("re/sre_compile.py")),
    source("this", include_str!("program/this.py")),
    source("_string", include_str!("text_modules/_string.py")),
    source("netrc", include_str!("web/netrc.py")),
    source("dbm", include_str!("storage/dbm.py")),
    source("dbm.dumb", include_str!("storage/dumb.py")),
    source("shelve", include_str!("storage/shelve.py")),
    source("plistlib", include_str!("storage/plistlib.py")),
    source("socketserver", include_str!("web/socketserver.py")),
    source("webbrowser", include_str!("web/webbrowser.py")),
    source("_html_diff", include_str!("text_modules/_html_diff.py")),
    source("site", include_str!("system/site.py")),
    source("compileall", include_str!("system/compileall.py")),
    source("tabnanny", include_str!("program/tabnanny.py")),
    source("zipapp", include_str!("archives/zipapp.py")),
    source("pyclbr", include_str!("introspection/pyclbr.py")),
    source("wave", include_str!("data/wave.py")),
    source("rlcompleter", include_str!("terminal/rlcompleter.py")),
    source("readline", include_str!("terminal/readline.py")),
    source("http.client", include_str!("web/http_client.py")),
    source("http.server", include_str!("web/http_server.py")),
    source("http.cookies", include_str!("web/http_cookies.py")),
    source("urllib.response", include_str!("web/urllib_response.py")),
    source("xml.dom", include_str!("xml/dom.py")),
    source("xml.dom.minidom", include_str!("xml/minidom.py")),
    source("xml.parsers", include_str!("xml/parsers.py")),
    source("xml.parsers.expat", include_str!("xml/expat.py")),
    source(
        "multiprocessing",
        include_str!("multiprocessing/multiprocessing.py"),
    ),
    source(
        "multiprocessing.process",
        include_str!("multiprocessing/process.py"),
    ),
    source(
        "multiprocessing.pool",
        include_str!("multiprocessing/pool.py"),
    ),
    source(
        "multiprocessing.dummy",
        include_str!("multiprocessing/dummy.py"),
    ),
    source(
        "multiprocessing.managers",
        include_str!("multiprocessing/managers.py"),
    ),
    source("profile", include_str!("debug/profile.py")),
    source("cProfile", include_str!("debug/cProfile.py")),
    source("pstats", include_str!("debug/pstats.py")),
    source("trace", include_str!("debug/trace.py")),
    source("tracemalloc", include_str!("debug/tracemalloc.py")),
    source("xml.sax._exceptions", include_str!("xml/sax_exceptions.py")),
    source("xml.sax.handler", include_str!("xml/sax_handler.py")),
    source("xml.sax.xmlreader", include_str!("xml/sax_xmlreader.py")),
    source(
        "xml.sax.expatreader",
        include_str!("xml/sax_expatreader.py"),
    ),
    source("_sax_writers", include_str!("xml/sax_writers.py")),
    source(
        "_shutil_archives",
        include_str!("archives/shutil_archives.py"),
    ),
];

#[cfg(test)]
mod tests;
