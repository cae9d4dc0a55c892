//! Prints what is wrong with each program of a file in which lines `----` separate them: class, message and place as
//! the reference's `SyntaxError` has them, so that a script can compare.

use snakelet_grammar::error::{ErrorKind, SyntaxError};
use snakelet_grammar::parse_module;
use snakelet_grammar::source::Source;

fn main() {
    for path in std::env::args().skip(1) {
        let corpus = std::fs::read_to_string(path).expect("a readable file");
        for program in corpus.split("----\n") {
            let source = Source::new("<file>", program);
            match parse_module(&source) {
                Ok(_) => println!("ok"),
                Err(error) => println!("{}", shown(&source, &error)),
            }
        }
    }
}

fn shown(source: &Source, error: &SyntaxError) -> String {
    let class = match error.kind {
        ErrorKind::Syntax => "SyntaxError",
        ErrorKind::Indentation => "IndentationError",
        ErrorKind::Tab => "TabError",
        ErrorKind::TooDeep => "MemoryError",
    };
    let column = |at| source.character_column(at) as i32 + 1;
    let (start, end) = error
        .columns
        .unwrap_or((column(error.span.start), column(error.span.end)));
    let [line, end_line] = [error.span.start, error.span.end].map(|at| source.line_of(at));
    format!(
        "{class}\t{}\t{line}:{start}-{end_line}:{end}",
        error.message
    )
}
