//! The clock: what time it is for the program. It is a value, real or virtual, in integer nanoseconds; everything that
//! tells time or waits asks it. How a wait is done is `poller.rs`; what scripts see of it is `stdlib/time.rs`.

use rustix::time::{ClockId, clock_gettime};
use std::cell::Cell;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Nanoseconds of one second.
pub const SECOND: i64 = 1_000_000_000;

/// Where the virtual clock starts: 2025-01-01 00:00:00 UTC.
const VIRTUAL_START: i64 = 1_735_689_600;

/// How often a program may read a virtual clock within one turn before each reading moves it.
const FREE_READINGS: u32 = 1_000;

/// How many times that a script may read it in turns that wait for nothing.
const TURNS: u32 = 20;

/// By how much each further reading moves it.
const READING_STEP: i64 = SECOND / 1_000;

/// Which clock to use, as `--clock` names it.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Choice {
    /// The system's clock.
    #[default]
    Real,
    /// The system's clock, so many times as fast.
    Scaled(f64),
    /// A clock that stands still while the program works and jumps when it waits.
    Virtual {
        /// Seconds since midnight of its first day.
        start: i64,
    },
}

impl Choice {
    /// Parses `real`, `virtual`, `virtual:HH:MM:SS` or a factor such as `10x`.
    pub fn parse(text: &str) -> Result<Choice, String> {
        if text == "real" {
            return Ok(Choice::Real);
        }
        if text == "virtual" {
            return Ok(Choice::Virtual { start: 0 });
        }
        if let Some(start) = text.strip_prefix("virtual:") {
            return match time_of_day(start) {
                Some(start) => Ok(Choice::Virtual { start }),
                None => Err(format!("'{start}' is no time of day like 15:34:02")),
            };
        }
        let factor = text
            .strip_suffix('x')
            .and_then(|number| number.parse::<f64>().ok());
        match factor {
            Some(factor) if factor.is_finite() && factor > 0.0 => Ok(Choice::Scaled(factor)),
            _ => Err(format!(
                "'{text}' is no clock: use real, virtual, virtual:HH:MM:SS or a factor such as 10x"
            )),
        }
    }
}

fn time_of_day(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let mut part = |limit: i64| {
        let digits = parts.next()?;
        let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let number: i64 = if plain {
            digits.parse().ok()?
        } else {
            return None;
        };
        (number < limit).then_some(number)
    };
    let seconds = part(24)? * 3600 + part(60)? * 60 + part(60)?;
    parts.next().is_none().then_some(seconds)
}

/// How a clock of life goes: what a thread needs to know of it that waits.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    factor: Option<f64>,
    origin: i64,
}

impl Pace {
    /// The monotonic time; a virtual clock has none of its own while someone waits.
    pub fn now(&self) -> i64 {
        let now = system_monotonic();
        match self.factor {
            Some(factor) => self.origin.saturating_add(scale(now - self.origin, factor)),
            None => now,
        }
    }

    /// How long `span` of the program's time takes in life.
    pub fn in_life(&self, span: i64) -> Duration {
        let span = span.max(0);
        Duration::from_nanos(match self.factor {
            Some(factor) => (span as f64 / factor).ceil() as u64,
            None => span as u64,
        })
    }
}

/// The clock of one interpreter.
pub struct Clock {
    choice: Cell<Choice>,
    /// The virtual clock's monotonic time.
    virtual_now: Cell<i64>,
    /// Where a scaled clock began: monotonic and wall time.
    origin: Cell<(i64, i64)>,
    /// Readings by the script within this turn.
    readings: Cell<u32>,
    /// Readings by the script since the time has last moved, over all turns.
    vain_readings: Cell<u32>,
    /// How far a virtual clock may go; 0: any time.
    end: Cell<i64>,
}

impl Default for Clock {
    fn default() -> Clock {
        Clock {
            choice: Cell::new(Choice::Real),
            virtual_now: Cell::new(0),
            origin: Cell::new((0, 0)),
            readings: Cell::new(0),
            vain_readings: Cell::new(0),
            end: Cell::new(0),
        }
    }
}

impl Clock {
    /// Makes it the chosen clock, from its start.
    pub fn choose(&self, choice: Choice) {
        self.choice.set(choice);
        self.virtual_now.set(0);
        self.readings.set(0);
        self.vain_readings.set(0);
        self.origin.set((system_monotonic(), system_wall()));
    }

    /// Says how many seconds a virtual clock may go on.
    pub fn limit(&self, seconds: u64) {
        let end = i64::try_from(seconds).unwrap_or(i64::MAX);
        self.end.set(end.saturating_mul(SECOND));
    }

    /// The seconds that a virtual clock was to go on at most, if it has gone further.
    pub fn passed_limit(&self) -> Option<u64> {
        let end = self.end.get();
        (end > 0 && self.is_virtual() && self.virtual_now.get() > end)
            .then(|| end.unsigned_abs() / SECOND.unsigned_abs())
    }

    /// Whether time passes only by jumps.
    #[inline]
    pub fn is_virtual(&self) -> bool {
        matches!(self.choice.get(), Choice::Virtual { .. })
    }

    /// The monotonic time, for the interpreter's own use.
    #[inline]
    pub fn now(&self) -> i64 {
        match self.choice.get() {
            Choice::Real => system_monotonic(),
            Choice::Scaled(factor) => {
                let begin = self.origin.get().0;
                begin.saturating_add(scale(system_monotonic() - begin, factor))
            }
            Choice::Virtual { .. } => self.virtual_now.get(),
        }
    }

    /// The time since 1970, for the interpreter's own use.
    pub fn wall(&self) -> i64 {
        match self.choice.get() {
            Choice::Real => system_wall(),
            Choice::Scaled(factor) => {
                let begin = self.origin.get().1;
                begin.saturating_add(scale(system_wall() - begin, factor))
            }
            Choice::Virtual { start } => {
                ((VIRTUAL_START + start) * SECOND).saturating_add(self.virtual_now.get())
            }
        }
    }

    /// The monotonic time as a script reads it. A program that reads a virtual clock over and over without suspending
    /// waits for time to pass, so it does.
    pub fn read(&self) -> i64 {
        self.count_reading();
        self.now()
    }

    /// The time since 1970 as a script reads it.
    pub fn read_wall(&self) -> i64 {
        self.count_reading();
        self.wall()
    }

    fn count_reading(&self) {
        if self.is_virtual() {
            let readings = self.readings.get().saturating_add(1);
            self.readings.set(readings);
            let vain = self.vain_readings.get().saturating_add(1);
            self.vain_readings.set(vain);
            if readings > FREE_READINGS || vain > FREE_READINGS * TURNS {
                self.virtual_now
                    .set(self.virtual_now.get().saturating_add(READING_STEP));
            }
        }
    }

    /// A new turn of the loop, or a sleep, begins: reading the clock is free again.
    #[inline]
    pub fn new_turn(&self) {
        self.readings.set(0);
    }

    /// Moves a virtual clock on to `deadline`.
    pub fn jump_to(&self, deadline: i64) {
        if self.is_virtual() && deadline > self.virtual_now.get() {
            self.virtual_now.set(deadline);
            self.vain_readings.set(0);
        }
        self.new_turn();
    }

    /// How it goes in life.
    pub fn pace(&self) -> Pace {
        Pace {
            factor: match self.choice.get() {
                Choice::Scaled(factor) => Some(factor),
                Choice::Real | Choice::Virtual { .. } => None,
            },
            origin: self.origin.get().0,
        }
    }

    /// The processor time of this process (or of this thread alone); with a virtual clock the time since its start.
    pub fn processor(&self, thread_only: bool) -> i64 {
        if self.is_virtual() {
            return self.read();
        }
        let clock = if thread_only {
            ClockId::ThreadCPUTime
        } else {
            ClockId::ProcessCPUTime
        };
        nanoseconds(clock)
    }
}

fn scale(span: i64, factor: f64) -> i64 {
    (span as f64 * factor) as i64
}

fn nanoseconds(clock: ClockId) -> i64 {
    let time = clock_gettime(clock);
    time.tv_sec
        .saturating_mul(SECOND)
        .saturating_add(time.tv_nsec)
}

fn system_monotonic() -> i64 {
    nanoseconds(ClockId::Monotonic)
}

fn system_wall() -> i64 {
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => -i64::try_from(before.duration().as_nanos()).unwrap_or(i64::MAX),
    }
}

/// Seconds as a script gives them, in nanoseconds; saturating, rounded to the nearest.
pub fn from_seconds(seconds: f64) -> i64 {
    (seconds * SECOND as f64).round() as i64
}

/// Nanoseconds as a script reads them, in seconds.
pub fn to_seconds(nanoseconds: i64) -> f64 {
    nanoseconds as f64 / SECOND as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices() {
        assert_eq!(Choice::parse("real"), Ok(Choice::Real));
        assert_eq!(
            Choice::parse("virtual:15:34:02"),
            Ok(Choice::Virtual { start: 56_042 })
        );
        assert_eq!(Choice::parse("10x"), Ok(Choice::Scaled(10.0)));
        for wrong in [
            "",
            "virtual:",
            "virtual:24:00:00",
            "virtual:1:2",
            "-1x",
            "x",
        ] {
            assert!(Choice::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn busy_waits_end() {
        let clock = Clock::default();
        clock.choose(Choice::Virtual { start: 0 });
        for _ in 0..1_000 {
            assert_eq!(clock.read(), 0);
        }
        assert_eq!(clock.read(), READING_STEP);
        clock.jump_to(5 * SECOND);
        assert_eq!(
            (clock.read(), clock.wall()),
            (5 * SECOND, (VIRTUAL_START + 5) * SECOND)
        );
    }
}
