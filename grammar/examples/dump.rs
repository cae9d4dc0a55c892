//! Prints the syntax tree of a file, one node a line, in a form that a script over the reference's `ast` can print
//! too; or, with `--check`, whether each file parses, and the warnings about its literals.

use snakelet_grammar::{decode, parse_module};

#[path = "../tests/support/dump.rs"]
mod dump;

fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let check = args.first().is_some_and(|arg| arg == "--check");
    if check {
        args.remove(0);
    }
    for path in args {
        let bytes = std::fs::read(&path).expect("a readable file");
        let source = match decode(&bytes, &path) {
            Ok(source) => source,
            Err(error) => {
                println!("{path}\tSyntaxError\t{}\t0\t0\t0\t0", error.error.message);
                continue;
            }
        };
        match parse_module(&source) {
            Ok(parsed) if check => {
                println!("{path}\tok");
                for warning in parsed.warnings {
                    let line = source.line_of(warning.span.start);
                    println!("  {line} {} {}", warning.category, warning.message);
                }
            }
            Ok(parsed) => print!("{}", dump::dump(&source, &parsed.tree)),
            Err(error) => {
                let [start, end] = [error.span.start, error.span.end].map(|at| source.position(at));
                println!(
                    "{path}\t{:?}\t{}\t{}\t{}\t{}\t{}",
                    error.kind,
                    error.message,
                    start.line,
                    start.column + 1,
                    end.line,
                    end.column + 1
                );
            }
        }
    }
}
