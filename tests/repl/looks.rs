//! Colours, brackets, the banner.

use crate::terminal::{LEFT, Terminal};

fn coloured() -> Terminal {
    Terminal::with(&["-q"], 100, &[("FORCE_COLOR", "1")])
}

#[test]
fn the_banner_is_one_line() {
    let mut terminal = Terminal::open(&[]);
    let shown = terminal.shown();
    assert_eq!(shown.lines().count(), 2, "{shown}");
    assert!(shown.starts_with("Snakelet"), "{shown}");
    assert_eq!(terminal.leave(), Some(0));
    assert_eq!(Terminal::open(&["-q"]).shown(), ">>>");
}

#[test]
fn words_have_colours() {
    let mut terminal = coloured();
    terminal.keys("for x in 'é', 12: # ok");
    let colour = |screen: &vt100::Screen, column| screen.cell(0, column).map(vt100::Cell::fgcolor);
    terminal.until_screen(|_, screen| {
        let colours = [4, 8, 13, 18, 22].map(|column| colour(screen, column));
        colours[0] != colours[1]
            && colours[1] == Some(vt100::Color::Default)
            && colours[2] != colours[3]
            && colours[3] != colours[4]
            && colours[4] != Some(vt100::Color::Default)
    });
    terminal.keys("\r");
    terminal.until_end("\n...");
    let default = Some(vt100::Color::Default);
    terminal.until_screen(|_, screen| screen.cell(1, 0).map(vt100::Cell::fgcolor) != default);
}

#[test]
fn brackets_are_matched() {
    let mut terminal = coloured();
    terminal.keys("f(a[1])");
    let is_marked =
        |screen: &vt100::Screen, column| screen.cell(0, column).is_some_and(vt100::Cell::inverse);
    terminal.until_screen(|_, screen| is_marked(screen, 5) && !is_marked(screen, 7));
    terminal.keys(LEFT);
    terminal.until_screen(|_, screen| is_marked(screen, 7) && !is_marked(screen, 5));
}

#[test]
fn colours_may_be_off() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("for x in (1, 2):");
    terminal.until_end("(1, 2):");
    let default = Some(vt100::Color::Default);
    terminal.until_screen(|_, screen| {
        (0..20).all(|column| screen.cell(0, column).map(vt100::Cell::fgcolor) == default)
    });
}
