//! How errors look: the rendering and the colours that options, environment and terminal ask for.

use super::options::Options;
use snakelet::report::{Look, Rendering};

/// How wide text is where nothing says how wide the terminal is.
const WIDTH: usize = 80;

/// What `options` ask for on this process's standard error.
pub fn look(options: &Options) -> Look {
    let stderr = rustix::stdio::stderr();
    let is_terminal = rustix::termios::isatty(stderr);
    Look {
        rendering: options.errors.unwrap_or(match is_terminal {
            true => Rendering::Fancy,
            false => Rendering::Python,
        }),
        colour: options
            .color
            .unwrap_or_else(|| is_colourful(options, is_terminal)),
        width: match rustix::termios::tcgetwinsize(stderr) {
            Ok(size) if size.ws_col > 0 => usize::from(size.ws_col),
            _ => WIDTH,
        },
    }
}

/// The reference's rules, in its order.
fn is_colourful(options: &Options, is_terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if !options.flags.ignore_environment {
        match set("PYTHON_COLORS") {
            Some(choice) if choice == "0" => return false,
            Some(choice) if choice == "1" => return true,
            _ => {}
        }
    }
    if set("NO_COLOR").is_some() {
        return false;
    }
    if set("FORCE_COLOR").is_some() {
        return true;
    }
    is_terminal && set("TERM").is_none_or(|term| term != "dumb")
}
