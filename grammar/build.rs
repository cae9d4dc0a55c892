//! Generates the parser from `python.lalrpop`.

fn main() {
    lalrpop::Configuration::new()
        .set_in_dir(".")
        .emit_rerun_directives(true)
        .process()
        .unwrap_or_else(|error| panic!("the grammar has a fault: {error}"));
}
