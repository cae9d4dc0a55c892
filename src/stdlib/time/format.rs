//! `strftime` in the C locale.

use super::civil::Civil;

/// The names of the days, from Monday.
pub const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment by a format.
pub fn format(format: &str, time: &Civil) -> String {
    let mut text = String::new();
    let mut rest = format.chars().peekable();
    while let Some(char) = rest.next() {
        if char != '%' {
            text.push(char);
            continue;
        }
        let mut between = String::new();
        while let Some(&mark) = rest.peek().filter(|mark| "_-0^#123456789".contains(**mark)) {
            between.push(mark);
            rest.next();
        }
        let Some(directive) = rest.next() else {
            text.push_str(&format!("%{between}"));
            break;
        };
        match shown(directive, time) {
            Some(shown) => text.push_str(&shown.with(&between)),
            None => text.push_str(&format!("%{between}{directive}")),
        }
    }
    text
}

/// What a directive stands for, before flags and width.
enum Shown {
    /// A number, padded to a width with a character.
    Number(i64, usize, char),
    /// A text.
    Text(String),
}

impl Shown {
    /// Applies the flags and the width between `%` and the directive.
    fn with(self, between: &str) -> String {
        let digits = between.trim_start_matches(['_', '-', '0', '^', '#']);
        let flags = &between[..between.len() - digits.len()];
        let width = digits.parse::<usize>().unwrap_or(0).min(1024);
        let pad = flags.chars().rev().find(|flag| "_-0".contains(*flag));
        let (text, least, own_pad) = match self {
            Shown::Number(number, least, own_pad) => (number.to_string(), least, own_pad),
            Shown::Text(text) => (text, 0, ' '),
        };
        let least = if pad == Some('-') { 0 } else { least }.max(width);
        let pad = match pad {
            Some('_') => ' ',
            Some('0') => '0',
            _ => own_pad,
        };
        let missing = least.saturating_sub(text.chars().count());
        let padded: String = std::iter::repeat_n(pad, missing)
            .chain(text.chars())
            .collect();
        if flags.contains('^') {
            return padded.to_uppercase();
        }
        padded
    }
}

fn shown(directive: char, time: &Civil) -> Option<Shown> {
    let two = |number: i64| Some(Shown::Number(number, 2, '0'));
    let spaced = |number: i64| Some(Shown::Number(number, 2, ' '));
    let plain = |number: i64| Some(Shown::Number(number, 1, '0'));
    let text = |text: &str| Some(Shown::Text(text.to_owned()));
    let inner = |pattern: &str| Some(Shown::Text(format(pattern, time)));
    let hour = (time.hour + 11).rem_euclid(12) + 1;
    let name = |names: &[&'static str], index: i64| {
        let index = usize::try_from(index).ok();
        index
            .and_then(|index| names.get(index).copied())
            .unwrap_or("?")
    };
    let day = name(&DAYS, time.weekday);
    let month = name(&MONTHS, time.month - 1);
    let yearday = time.yearday - 1;
    match directive {
        'a' => text(&day[..day.len().min(3)]),
        'A' => text(day),
        'b' | 'h' => text(&month[..month.len().min(3)]),
        'B' => text(month),
        'c' => inner("%a %b %e %H:%M:%S %Y"),
        'C' => plain(time.year.div_euclid(100)),
        'd' => two(time.day),
        'D' | 'x' => inner("%m/%d/%y"),
        'e' => spaced(time.day),
        'F' => inner("%Y-%m-%d"),
        'g' => two(week_year(time).0.rem_euclid(100)),
        'G' => plain(week_year(time).0),
        'H' => two(time.hour),
        'I' => two(hour),
        'j' => Some(Shown::Number(time.yearday, 3, '0')),
        'k' => spaced(time.hour),
        'l' => spaced(hour),
        'm' => two(time.month),
        'M' => two(time.minute),
        'n' => text("\n"),
        'p' => text(if time.hour < 12 { "AM" } else { "PM" }),
        'P' => text(if time.hour < 12 { "am" } else { "pm" }),
        'r' => inner("%I:%M:%S %p"),
        'R' => inner("%H:%M"),
        's' => plain(time.as_utc_seconds() - time.offset),
        'S' => two(time.second),
        't' => text("\t"),
        'T' | 'X' => inner("%H:%M:%S"),
        'u' => plain(time.weekday + 1),
        'U' => two((yearday + 7 - (time.weekday + 1) % 7) / 7),
        'V' => two(week_year(time).1),
        'w' => plain((time.weekday + 1) % 7),
        'W' => two((yearday + 7 - time.weekday) / 7),
        'y' => two(time.year.rem_euclid(100)),
        'Y' => plain(time.year),
        'z' => text(&offset(time.offset)),
        'Z' => text(&time.zone),
        '%' => text("%"),
        _ => None,
    }
}

fn offset(seconds: i64) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

/// The year and week by ISO 8601.
pub fn week_year(time: &Civil) -> (i64, i64) {
    let days_of = |year: i64| {
        super::civil::days_from_civil(year + 1, 1, 1) - super::civil::days_from_civil(year, 1, 1)
    };
    // The Thursday of the week decides which year it belongs to.
    let thursday = time.yearday - 1 - time.weekday + 3;
    if thursday < 0 {
        return (time.year - 1, (thursday + days_of(time.year - 1)) / 7 + 1);
    }
    if thursday >= days_of(time.year) {
        return (time.year + 1, 1);
    }
    (time.year, thursday / 7 + 1)
}
