//! Broken-down time: years, months, days and seconds of a moment in some zone, and back.

use jiff::Timestamp;
use jiff::tz::{Dst, TimeZone};

const DAY: i64 = 86_400;

/// A moment as a calendar and a clock on the wall show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Civil {
    /// The year.
    pub year: i64,
    /// The month, from 1.
    pub month: i64,
    /// The day of the month, from 1.
    pub day: i64,
    /// The hour.
    pub hour: i64,
    /// The minute.
    pub minute: i64,
    /// The second; 60 or 61 in leap seconds.
    pub second: i64,
    /// The day of the week, from 0 for Monday.
    pub weekday: i64,
    /// The day of the year, from 1.
    pub yearday: i64,
    /// Whether daylight saving time is in force: 1, 0, or -1 for unknown.
    pub dst: i64,
    /// The zone's abbreviation.
    pub zone: String,
    /// How many seconds the zone is east of Greenwich.
    pub offset: i64,
}

impl Civil {
    /// The moment `seconds` after 1970 began, in UTC.
    pub fn utc(seconds: i64) -> Civil {
        at_offset(seconds, 0, 0, "GMT")
    }

    /// The moment `seconds` after 1970 began, in a zone.
    pub fn local(zone: &TimeZone, seconds: i64) -> Civil {
        let Ok(moment) = Timestamp::from_second(seconds) else {
            return Civil::utc(seconds);
        };
        let info = zone.to_offset_info(moment);
        let dst = i64::from(info.dst() == Dst::Yes);
        let offset = i64::from(info.offset().seconds());
        at_offset(seconds, offset, dst, info.abbreviation())
    }

    /// Seconds since 1970 began, if this were a moment in UTC. Fields beyond their range carry over.
    pub fn as_utc_seconds(&self) -> i64 {
        let months = self.year.saturating_mul(12).saturating_add(self.month - 1);
        let days =
            days_from_civil(months.div_euclid(12), months.rem_euclid(12) + 1, 1) + self.day - 1;
        days.saturating_mul(DAY)
            .saturating_add(self.hour.saturating_mul(3600))
            .saturating_add(self.minute.saturating_mul(60))
            .saturating_add(self.second)
    }

    /// Seconds since 1970 began, for this moment in a zone. Where the clock shows it twice, `dst` decides.
    pub fn as_local_seconds(&self, zone: &TimeZone) -> i64 {
        let wall = self.as_utc_seconds();
        let offsets_around = [wall - DAY, wall + DAY].map(|near| Civil::local(zone, near));
        let matches = |guess: &&Civil| {
            let there = Civil::local(zone, wall - guess.offset);
            there.offset == guess.offset && (self.dst < 0 || there.dst == self.dst.min(1))
        };
        let found = offsets_around.iter().find(matches);
        let any = || {
            offsets_around
                .iter()
                .find(|guess| Civil::local(zone, wall - guess.offset).offset == guess.offset)
        };
        let offset = found.or_else(any).unwrap_or(&offsets_around[0]).offset;
        wall - offset
    }
}

fn at_offset(seconds: i64, offset: i64, dst: i64, zone: &str) -> Civil {
    let shown = seconds.saturating_add(offset);
    let (days, rest) = (shown.div_euclid(DAY), shown.rem_euclid(DAY));
    let (year, month, day) = civil_from_days(days);
    Civil {
        year,
        month,
        day,
        hour: rest / 3600,
        minute: rest / 60 % 60,
        second: rest % 60,
        weekday: (days + 3).rem_euclid(7),
        yearday: days - days_from_civil(year, 1, 1) + 1,
        dst,
        zone: zone.to_owned(),
        offset,
    }
}

/// Days since 1970-01-01; a year begins in March here, so that the leap day is its last.
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for seconds in [
            0,
            1,
            -1,
            951_782_400,
            1_735_689_600,
            -62_135_596_800,
            253_402_300_799,
        ] {
            assert_eq!(Civil::utc(seconds).as_utc_seconds(), seconds);
        }
        let leap = Civil::utc(951_782_400);
        assert_eq!(
            (leap.year, leap.month, leap.day, leap.weekday, leap.yearday),
            (2000, 2, 29, 1, 60)
        );
    }
}
