//! The one thing by which a traceback of ours may differ from the reference's: library functions are native here and
//! have no frames, so the reference's frames under its library folder are taken out. Nothing else is.

/// `text` without the frames of files under `library`: their `File` line and the source and caret lines that belong to it.
pub fn without_library_frames(text: &str, library: &str) -> String {
    let marker = format!("File \"{library}/");
    let mut kept = String::new();
    let mut skipped_frame: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let depth = indentation(line);
        if skipped_frame.is_some_and(|frame| depth > frame) {
            continue;
        }
        skipped_frame = line[depth..].starts_with(&marker).then_some(depth);
        if skipped_frame.is_none() {
            kept.push_str(line);
        }
    }
    kept
}

/// How many bytes of spaces and of exception-group bars stand before the text of a line.
fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '|']).len()
}
