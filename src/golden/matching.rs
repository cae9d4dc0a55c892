//! Whether an output is as a document shows it: what stands for anything, and what is never the same twice.

/// Whether `got` is what `shown` says. A line `...` stands for any lines, `[..]` within a line for anything, `<time>` for a
/// time of day, `<address>` for an address.
pub fn matches(shown: &str, got: &str, unordered: bool) -> bool {
    let shown = normal(shown);
    let got = normal(got);
    let mut shown: Vec<&str> = lines(&shown);
    let mut got: Vec<&str> = lines(&got);
    if is_without_carets(&shown) {
        got.retain(|line| !is_carets(line));
    }
    if unordered {
        shown.sort_unstable();
        got.sort_unstable();
    }
    lines_match(&shown, &got)
}

/// Whether lines show a traceback as it was before its places were underlined.
fn is_without_carets(shown: &[&str]) -> bool {
    shown.iter().any(|line| line.starts_with("Traceback (most"))
        && !shown.iter().any(|line| is_carets(line))
}

/// Whether a line underlines a place in the one above.
fn is_carets(line: &str) -> bool {
    let signs = line.trim_start();
    line.starts_with("    ")
        && !signs.is_empty()
        && signs.bytes().all(|sign| sign == b'^' || sign == b'~')
}

/// Whether a line stands for any lines.
fn is_any(line: &str) -> bool {
    line.trim() == "..."
}

/// Whether the lines of `shown` come in `got` in this order, perhaps with others between them.
pub fn occurs(shown: &[String], got: &str) -> bool {
    let got = normal(got);
    let mut rest = lines(&got).into_iter();
    shown.iter().all(|line| {
        let line = normal(line);
        rest.any(|each| line_matches(line.trim_end(), each))
    })
}

/// Whether something in `text` changes from run to run, so that comparing it means less than it seems.
pub fn is_normalised(text: &str) -> bool {
    normal(text) != text
}

/// The lines of an output as a document can show them.
pub fn plain_lines(text: &str) -> Vec<String> {
    let text = text.replace('\0', "\u{fffd}");
    let text: Vec<&str> = lines(&text);
    text.into_iter().map(str::to_owned).collect()
}

/// Whether a line is what is shown, for itself.
pub fn line_matches_plainly(shown: &str, got: &str) -> bool {
    let (shown, got) = (normal(shown), normal(got));
    line_matches(shown.trim_end(), got.trim_end())
}

/// Times of day as what stands for them.
pub fn without_times(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let mut is_inside = false;
    while at < text.len() {
        let length = if is_inside {
            None
        } else {
            time_at(&text[at..])
        };
        if let Some(length) = length {
            out.push_str("<time>");
            at += length;
            continue;
        }
        let character = text[at..].chars().next().unwrap_or_default();
        is_inside = character.is_ascii_digit() || character == ':';
        out.push(character);
        at += character.len_utf8();
    }
    out
}

/// Addresses without their digits; programs in tracebacks and warnings without their folders and names; temporary files
/// without theirs.
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.replace('\0', "\u{fffd}");
    for line in super::example::lines(&text) {
        out.push_str(&without_addresses(&without_temporaries(&without_places(
            line,
        ))));
    }
    out
}

fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // How documents leave an address out.
        if let Some(rest) = part.strip_prefix("...") {
            out.push_str("<address>");
            out.push_str(rest);
            continue;
        }
        let rest = part.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        // Numbers that a program writes in hexadecimal are short.
        if part.len() - rest.len() >= 7 {
            out.push_str("<address>");
        } else {
            out.push_str("0x");
            out.push_str(&part[..part.len() - rest.len()]);
        }
        out.push_str(rest);
    }
    out
}

/// How many characters make a temporary name different each time.
const RANDOM: usize = 8;

/// Paths such as `/tmp/tmpk3x_9abc/file` without what comes before the last part, which is different each time.
fn without_temporaries(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("/tmp") {
        let name = &rest[at + 4..];
        let end = name.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
        if end.unwrap_or(name.len()) != RANDOM {
            out.push_str(&rest[..at + 4]);
            rest = name;
            continue;
        }
        let is_path = |c: char| c.is_ascii_alphanumeric() || "/_-.+".contains(c);
        let before = rest[..at].trim_end_matches(is_path);
        // What was written already may be the beginning of the path.
        let kept = out.trim_end_matches(is_path).len();
        if before.is_empty() {
            out.truncate(kept);
        }
        out.push_str(before);
        out.push_str("<temporary>");
        rest = &name[RANDOM..];
    }
    out + rest
}

fn without_places(line: &str) -> String {
    let trimmed = line.trim_start();
    if let Some(rest) = trimmed.strip_prefix("File \"")
        && let Some((_, rest)) = rest.split_once('"')
    {
        let indent = &line[..line.len() - trimmed.len()];
        return format!("{indent}File \"<program>\"{rest}");
    }
    // `/home/user/some_code.py:32: RuntimeWarning: …`
    if let Some((place, rest)) = line.split_once(".py:")
        && !place.contains(' ')
        && let Some((number, rest)) = rest.split_once(": ")
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        return format!("<program>:{number}: {rest}");
    }
    line.to_owned()
}

fn lines(text: &str) -> Vec<&str> {
    super::example::lines(text.trim_end())
        .map(str::trim_end)
        .collect()
}

fn lines_match(shown: &[&str], got: &[&str]) -> bool {
    // As for patterns with stars: where the last `...` could go on is kept instead of trying all ways.
    let (mut at, mut place) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while place < got.len() {
        if shown.get(at).is_some_and(|line| is_any(line)) {
            retry = Some((at + 1, place));
            at += 1;
        } else if shown
            .get(at)
            .is_some_and(|line| line_matches(line, got[place]))
        {
            at += 1;
            place += 1;
        } else if let Some((after, tried)) = retry {
            retry = Some((after, tried + 1));
            at = after;
            place = tried + 1;
        } else {
            return false;
        }
    }
    shown[at..].iter().all(|line| is_any(line))
}

/// Whether a line in which nothing changes from run to run any more is what is shown.
pub fn line_matches(shown: &str, got: &str) -> bool {
    shown == got || (has_wildcard(shown) && wild(shown, got))
}

fn has_wildcard(shown: &str) -> bool {
    ["[..]", "<time>", "<address>"]
        .iter()
        .any(|wildcard| shown.contains(wildcard))
}

/// The same for one line: after each part of `shown`, the places that it may have come to in `got`.
fn wild(shown: &str, got: &str) -> bool {
    let mut places = vec![false; got.len() + 1];
    places[0] = true;
    let mut rest = shown;
    while !rest.is_empty() {
        let mut next = vec![false; got.len() + 1];
        let found = ["[..]", "<time>"]
            .into_iter()
            .filter_map(|wildcard| rest.find(wildcard).map(|at| (at, wildcard)))
            .min();
        let reached = (0..=got.len()).filter(|at| places[*at]);
        match found {
            Some((0, "[..]")) => {
                if let Some(first) = places.iter().position(|reached| *reached) {
                    (first..=got.len())
                        .filter(|at| got.is_char_boundary(*at))
                        .for_each(|at| next[at] = true);
                }
                rest = &rest["[..]".len()..];
            }
            Some((0, time)) => {
                for at in reached {
                    ends_of_time(&got[at..]).for_each(|length| next[at + length] = true);
                }
                rest = &rest[time.len()..];
            }
            _ => {
                let (part, behind) = rest.split_at(found.map_or(rest.len(), |(at, _)| at));
                for at in reached.filter(|at| got[*at..].starts_with(part)) {
                    next[at + part.len()] = true;
                }
                rest = behind;
            }
        }
        places = next;
    }
    places[got.len()]
}

/// Where a time of day such as `9:05:00.25` that begins a text may end.
fn ends_of_time(text: &str) -> impl Iterator<Item = usize> {
    let longest = time_at(text);
    let whole = longest.map(|longest| text[..longest].find('.').unwrap_or(longest));
    // A fraction may be cut off anywhere.
    let fraction = longest
        .zip(whole)
        .map_or(0..0, |(longest, whole)| whole + 2..longest + 1);
    whole.into_iter().chain(fraction)
}

/// How long the time of day is that begins `text`.
fn time_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        bytes[from.min(bytes.len())..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let hours = digits(0);
    if !(1..=2).contains(&hours) || bytes.get(hours) != Some(&b':') || digits(hours + 1) != 2 {
        return None;
    }
    let minutes = hours + 3;
    if bytes.get(minutes) != Some(&b':') || digits(minutes + 1) != 2 {
        return None;
    }
    let end = minutes + 3;
    match bytes.get(end) {
        Some(b'.') if digits(end + 1) > 0 => Some(end + 1 + digits(end + 1)),
        _ => Some(end),
    }
}

/// The first time of day in a text, as `HH:MM:SS`.
pub fn first_time(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let starts = (0..text.len()).filter(|&at| {
        text.is_char_boundary(at)
            && bytes[at].is_ascii_digit()
            && (at == 0 || !bytes[at - 1].is_ascii_digit() && bytes[at - 1] != b':')
    });
    let mut times = starts.filter_map(|at| {
        let length = time_at(&text[at..])?;
        let time = text[at..at + length].split('.').next()?;
        let mut parts = time.split(':').map(|part| part.parse::<u32>().ok());
        let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next()??);
        (hours < 24 && minutes < 60 && seconds < 60)
            .then(|| format!("{hours:02}:{minutes:02}:{seconds:02}"))
    });
    times.next()
}

#[cfg(test)]
mod tests {
    use super::{first_time, matches, occurs, without_times};

    #[test]
    fn wildcards() {
        assert!(matches("a\n...\nd\n", "a\nb\nc\nd\n", false));
        assert!(matches("...", "", false));
        assert!(matches(
            "Traceback (most recent call last):\n  ...\nE: x",
            "Traceback (most recent call last):\n  File\n    f()\n    ~^^\nE: x",
            false
        ));
        assert!(matches(
            "Traceback (most recent call last):\n  File\n    f()\nE: x",
            "Traceback (most recent call last):\n  File\n    f()\n    ~^^\nE: x",
            false
        ));
        assert!(!matches("a\n...\nd", "a\nb", false));
        assert!(matches("took [..] s", "took 0.5 s", false));
        assert!(matches("at <time>: [..]!", "at 9:00:01.5: x!", false));
        assert!(!matches("at <time>", "at noon", false));
        assert!(matches("[..]a[..]b", "xxaab", false));
        assert!(!matches("[..]a[..]b[..]", "xxaac", false));
        assert!(matches("<time>[..]", "10:00:00.123", false));
        assert!(matches("é[..]é", "éäé", false));
        let many = "[..]a".repeat(200);
        assert!(!matches(&many, &"a".repeat(199), false));
    }

    #[test]
    fn what_changes_is_ignored() {
        assert!(matches(
            "<f at 0x7f013de5fd80>",
            "<f at 0x5581234567>",
            false
        ));
        assert!(!matches("0xff", "0xfe", false));
        assert!(matches(
            "/home/u/a.py:3: Warning: x",
            "/tmp/b.py:3: Warning: x",
            false
        ));
        assert!(!matches(
            "/home/u/a.py:3: Warning: x",
            "/tmp/b.py:4: Warning: x",
            false
        ));
        assert!(matches(
            "  File \"x.py\", line 1",
            "  File \"/t/y.py\", line 1",
            false
        ));
        assert!(matches("b\na", "a\nb", true));
        assert!(matches(
            "in /tmp/tmpab12cd_3/x",
            "in /var/folders/a/T/tmpzzzzzzzz/x",
            false
        ));
        assert!(matches("'/tmp/tmpab12cd_3'", "'/tmp/tmpzzzzzzzz'", false));
        assert!(!matches("/tmp/tmpfile", "/tmp/tmp", false));
        assert!(matches("a\nb", "a\rb\r\n", false));
    }

    #[test]
    fn lines_in_order() {
        let shown = ["a".to_owned(), "c".to_owned()];
        assert!(occurs(&shown, "a\nb\nc\n"));
        assert!(!occurs(&shown, "c\na\n"));
    }

    #[test]
    fn times_are_found() {
        assert_eq!(
            first_time("Started at:  15:34:02\n"),
            Some("15:34:02".to_owned())
        );
        assert_eq!(first_time("9:05:07.25"), Some("09:05:07".to_owned()));
        assert_eq!(first_time("1:2:3 99:00:00 virtual"), None);
        assert_eq!(
            without_times("at 9:05:07.25, 110:00:00"),
            "at <time>, 110:00:00"
        );
    }
}
