//! Prints what is wrong with each program of a file in which lines `----` separate them, for comparison with the
//! reference over more programs than the tests keep.

use snakelet_grammar::parse_module;
use snakelet_grammar::source::Source;

#[path = "../tests/support/shown.rs"]
mod shown;

fn main() {
    for path in std::env::args().skip(1) {
        let corpus = std::fs::read_to_string(path).expect("a readable file");
        for program in corpus.split("----\n") {
            let source = Source::new("<file>", program);
            match parse_module(&source) {
                Ok(_) => println!("ok"),
                Err(error) => println!("{}", shown::shown(&source, &error).replace('\n', "\\n")),
            }
        }
    }
}
