//! The binary.
use snakelet::interp::{Vm, output::Output};
use snakelet::lower::{Options, compile};
use std::rc::Rc;

fn run() -> i32 {
    let path = std::env::args().nth(1).unwrap_or_default();
    let bytes = std::fs::read(&path).unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    let source = match snakelet_grammar::decode(&bytes, &*name) {
        Ok(source) => Rc::new(source),
        Err(_) => return 1,
    };
    let out = std::io::BufWriter::new(std::io::stdout());
    let vm = Vm::new(
        snakelet::stdlib::REGISTRY,
        Output::new(Box::new(out), Box::new(std::io::stderr())),
        0,
    );
    let globals = snakelet::objects::dict::Dict::new();
    globals.set_name(&vm.names.__name__, "__main__".into());
    let here = 0u8;
    vm.thread
        .stack_limit
        .set((&raw const here as usize).saturating_sub(500 << 20));
    let mut warnings = Vec::new();
    let code = match compile(&vm, &source, &globals, Options::MODULE, &mut warnings) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:?}");
            return 1;
        }
    };
    let mut slots = snakelet::interp::call::undefined(code.layout.slots);
    let result = vm.run_code(&code, &mut slots);
    let _ = vm.output.flush();
    if result.is_err() {
        let exception = vm.take_raised();
        for entry in exception.trace().iter().rev() {
            eprintln!(
                "  {} {} {}",
                entry.code.name.lossy(),
                entry.code.source.line_of(entry.span.start),
                entry.span.text(&entry.code.source)
            );
        }
        eprintln!(
            "{}: {}",
            exception.class_ref().name(),
            vm.str(&exception.into()).unwrap_or_default()
        );
        return 1;
    }
    0
}

fn main() {
    let thread = std::thread::Builder::new()
        .stack_size(512 << 20)
        .spawn(run)
        .unwrap();
    std::process::exit(thread.join().unwrap_or(70));
}
