//! Making a program's words the same wherever its folder lies and whatever addresses its objects have.

use std::path::Path;

/// `text` with `folder` removed from paths and `at 0x...` for every address.
pub fn tidy(text: &str, folder: &Path) -> String {
    without_addresses(&text.replace(&format!("{}/", folder.display()), ""))
}

/// `text` with `at 0x...` for every address.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut tidy = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        tidy.push_str(if rest.len() < part.len() {
            " at 0x..."
        } else {
            " at 0x"
        });
        tidy.push_str(rest);
    }
    tidy
}
