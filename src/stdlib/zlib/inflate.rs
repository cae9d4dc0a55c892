//! Inflate: reads compressed data piece by piece. Between pieces it stands in one of the states below, and it takes no
//! byte more than it needs, so that what comes behind the stream is left to the caller.

use super::checksum::{adler32, crc32};
use super::deflate::Wrapping;

/// The order in which the lengths of the codes for code lengths come.
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];
const LENGTH_BASE: [u16; 29] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
];
const LENGTH_EXTRA: [u8; 29] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const WINDOW: usize = 1 << 15;

/// A Huffman code: what each sequence of bits, as long as the longest code, begins with.
#[derive(Clone, Default)]
struct Code {
    /// The symbol and the length of its code; length 0: there is no such code.
    entries: Vec<(u16, u8)>,
    longest: u32,
}

impl Code {
    /// The code of these lengths; `single`: one code of one bit will do. `None`: there are too many or too few codes.
    fn new(lengths: &[u8], single: bool) -> Option<Code> {
        let mut counts = [0u32; 16];
        lengths
            .iter()
            .for_each(|length| counts[usize::from(*length)] += 1);
        let longest = (1..16).rev().find(|length| counts[*length as usize] > 0);
        let Some(longest) = longest else {
            return Some(Code {
                entries: vec![(0, 0); 2],
                longest: 1,
            });
        };
        let mut left = 1i64;
        for count in &counts[1..] {
            left = (left << 1) - i64::from(*count);
            if left < 0 {
                return None;
            }
        }
        if left > 0 && !(single && longest == 1) {
            return None;
        }
        let (mut next, mut code) = ([0u32; 16], 0);
        for length in 1..16 {
            next[length] = code;
            code = (code + counts[length]) << 1;
        }
        let mut entries = vec![(0, 0); 1 << longest];
        for (symbol, length) in lengths
            .iter()
            .enumerate()
            .filter(|(_, length)| **length > 0)
        {
            let place = &mut next[usize::from(*length)];
            let first = place.reverse_bits() >> (32 - u32::from(*length));
            *place += 1;
            for entry in (first as usize..entries.len()).step_by(1 << length) {
                entries[entry] = (symbol as u16, *length);
            }
        }
        Some(Code {
            entries,
            longest: longest as u32,
        })
    }
}

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Header,
    GzipRest,
    GzipExtraLength,
    GzipExtra(usize),
    GzipName,
    GzipComment,
    GzipChecksum,
    DictionaryId,
    Dictionary,
    Block,
    StoredLength,
    Stored(usize),
    Counts,
    LengthLengths(usize),
    Lengths,
    Symbol,
    LengthExtra(usize),
    Distance(usize),
    DistanceExtra(usize, usize),
    Copy(usize, usize),
    Checksum,
    Size,
    End,
}

/// How a call ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It needs more data, or more room.
    More,
    /// The stream has ended.
    End,
    /// It needs a dictionary.
    NeedsDictionary,
    /// The data is no such stream; why.
    Wrong(&'static str),
}

/// A stream that is being read.
#[derive(Clone)]
pub struct Inflate {
    state: State,
    /// `None`: zlib or gzip, as the data says.
    wrapping: Option<Wrapping>,
    window_bits: u32,
    is_gzip: bool,
    flags: u8,
    header_crc: u32,
    bits: u64,
    bit_count: u32,
    last: bool,
    counts: [usize; 3],
    lengths: Vec<u8>,
    literals: Code,
    distances: Code,
    /// The last bytes written.
    window: Vec<u8>,
    checksum: u32,
    total: u32,
    dictionary_id: u32,
    wrong: Option<&'static str>,
}

/// The input of one call.
struct Input<'a> {
    data: &'a [u8],
    place: usize,
}

/// Leaves the state as it is until there is more.
struct Starved;

impl Inflate {
    /// A stream; `wrapping` `None` takes zlib's and gzip's, `window_bits` 0 what the header says.
    pub fn new(wrapping: Option<Wrapping>, window_bits: u32) -> Inflate {
        let state = if wrapping == Some(Wrapping::Raw) {
            State::Block
        } else {
            State::Header
        };
        Inflate {
            state,
            wrapping,
            window_bits,
            is_gzip: false,
            flags: 0,
            header_crc: 0,
            bits: 0,
            bit_count: 0,
            last: false,
            counts: [0; 3],
            lengths: Vec::new(),
            literals: Code::default(),
            distances: Code::default(),
            window: Vec::new(),
            checksum: 1,
            total: 0,
            dictionary_id: 0,
            wrong: None,
        }
    }

    /// Gives the dictionary that is asked for, or that a raw stream begins with; whether it is the right one.
    pub fn set_dictionary(&mut self, dictionary: &[u8]) -> bool {
        if self.state == State::Dictionary {
            if adler32(1, dictionary) != self.dictionary_id {
                return false;
            }
            self.state = State::Block;
        }
        self.window.extend_from_slice(dictionary);
        let excess = self.window.len().saturating_sub(WINDOW);
        self.window.drain(..excess);
        true
    }

    /// Reads from `data` until it has written `room` bytes: what it wrote, and how much of the data it took.
    pub fn run(&mut self, data: &[u8], room: usize) -> (Vec<u8>, usize, Outcome) {
        if let Some(wrong) = self.wrong {
            return (Vec::new(), 0, Outcome::Wrong(wrong));
        }
        let mut input = Input { data, place: 0 };
        let mut output = std::mem::take(&mut self.window);
        let start = output.len();
        let outcome = self.work(&mut input, &mut output, start, room);
        if let Outcome::Wrong(wrong) = outcome {
            self.wrong = Some(wrong);
        }
        self.check(&output[start..]);
        // The checksum can only be compared when all has been counted.
        let outcome = match outcome {
            Outcome::More => self.trailer(&mut input),
            outcome => outcome,
        };
        let made = output[start..].to_vec();
        let excess = output.len().saturating_sub(WINDOW);
        output.drain(..excess);
        self.window = output;
        (made, input.place, outcome)
    }

    fn check(&mut self, made: &[u8]) {
        self.total = self.total.wrapping_add(made.len() as u32);
        self.checksum = match self.is_gzip {
            true => crc32(self.checksum, made),
            false => adler32(self.checksum, made),
        };
    }

    fn need(&mut self, input: &mut Input<'_>, count: u32) -> Result<(), Starved> {
        while self.bit_count < count {
            let byte = input.data.get(input.place).ok_or(Starved)?;
            input.place += 1;
            self.bits |= u64::from(*byte) << self.bit_count;
            self.bit_count += 8;
        }
        Ok(())
    }

    fn drop_bits(&mut self, count: u32) {
        self.bits >>= count;
        self.bit_count -= count;
    }

    fn take(&mut self, input: &mut Input<'_>, count: u32) -> Result<u32, Starved> {
        self.need(input, count)?;
        let taken = self.bits & ((1 << count) - 1);
        self.drop_bits(count);
        Ok(taken as u32)
    }

    /// A byte of the header of gzip, which its checksum counts.
    fn header_byte(&mut self, input: &mut Input<'_>) -> Result<u8, Starved> {
        let byte = self.take(input, 8)? as u8;
        self.header_crc = crc32(self.header_crc, &[byte]);
        Ok(byte)
    }

    /// The symbol that comes next and the length of its code; length 0: no code begins like that.
    fn look(&mut self, input: &mut Input<'_>, distance: bool) -> Result<(usize, u32), Starved> {
        loop {
            let code = if distance {
                &self.distances
            } else {
                &self.literals
            };
            let (symbol, length) = code.entries[(self.bits & ((1 << code.longest) - 1)) as usize];
            if length > 0 && u32::from(length) <= self.bit_count {
                return Ok((usize::from(symbol), u32::from(length)));
            }
            if self.bit_count >= code.longest {
                return Ok((0, 0));
            }
            self.need(input, self.bit_count + 1)?;
        }
    }

    /// The next symbol of a code; `None`: no code begins like that.
    fn symbol(&mut self, input: &mut Input<'_>, distance: bool) -> Result<Option<usize>, Starved> {
        let (symbol, length) = self.look(input, distance)?;
        self.drop_bits(length);
        Ok((length > 0).then_some(symbol))
    }

    /// The literal or length that comes next; it is not taken.
    fn peek(&mut self, input: &mut Input<'_>) -> Option<usize> {
        match self.look(input, false) {
            Ok((symbol, length)) if length > 0 => Some(symbol),
            _ => None,
        }
    }

    fn work(
        &mut self,
        input: &mut Input<'_>,
        output: &mut Vec<u8>,
        start: usize,
        room: usize,
    ) -> Outcome {
        let most = start.saturating_add(room);
        loop {
            if matches!(self.state, State::Checksum | State::Size | State::End) {
                return Outcome::More;
            }
            if self.state == State::Dictionary {
                return Outcome::NeedsDictionary;
            }
            let step = match self.state {
                State::Stored(_)
                | State::Symbol
                | State::LengthExtra(_)
                | State::Distance(_)
                | State::DistanceExtra(..)
                | State::Copy(..) => self.data_step(input, output, most),
                _ => self.header_step(input),
            };
            match step {
                Ok(None) => {}
                Ok(Some(wrong)) => return Outcome::Wrong(wrong),
                Err(Starved) => return Outcome::More,
            }
        }
    }

    /// A step that writes data; what is wrong with it, if anything.
    fn data_step(
        &mut self,
        input: &mut Input<'_>,
        output: &mut Vec<u8>,
        most: usize,
    ) -> Result<Option<&'static str>, Starved> {
        match self.state {
            State::Stored(length) => {
                let ready = input.data.len() - input.place;
                let count = length.min(ready).min(most - output.len());
                output.extend_from_slice(&input.data[input.place..input.place + count]);
                input.place += count;
                self.state = if count == length {
                    State::Block
                } else {
                    State::Stored(length - count)
                };
                if count < length {
                    return Err(Starved);
                }
            }
            State::Symbol => loop {
                if output.len() >= most && self.peek(input) != Some(256) {
                    // Only the end of the block needs no room.
                    return Err(Starved);
                }
                match self.symbol(input, false)? {
                    Some(byte @ 0..256) => output.push(byte as u8),
                    Some(256) => {
                        self.state = State::Block;
                        break;
                    }
                    Some(code @ 257..286) => {
                        self.state = State::LengthExtra(code - 257);
                        break;
                    }
                    _ => return Ok(Some("invalid literal/length code")),
                }
            },
            State::LengthExtra(code) => {
                let extra = self.take(input, u32::from(LENGTH_EXTRA[code]))?;
                self.state = State::Distance(usize::from(LENGTH_BASE[code]) + extra as usize);
            }
            State::Distance(length) => match self.symbol(input, true)? {
                Some(code @ 0..30) => self.state = State::DistanceExtra(length, code),
                _ => return Ok(Some("invalid distance code")),
            },
            State::DistanceExtra(length, code) => {
                let count = (code as u32 / 2).saturating_sub(1);
                let extra = self.take(input, count)? as usize;
                let base = if code < 4 {
                    code
                } else {
                    (2 + code % 2) << count
                };
                self.state = State::Copy(length, base + extra + 1);
            }
            State::Copy(length, distance) => {
                if distance > output.len() {
                    return Ok(Some("invalid distance too far back"));
                }
                let count = length.min(most - output.len());
                let from = output.len() - distance;
                for place in from..from + count {
                    output.push(output[place]);
                }
                self.state = if count == length {
                    State::Symbol
                } else {
                    State::Copy(length - count, distance)
                };
                if count < length {
                    return Err(Starved);
                }
            }
            _ => {}
        }
        Ok(None)
    }

    /// A step that reads a header.
    fn header_step(&mut self, input: &mut Input<'_>) -> Result<Option<&'static str>, Starved> {
        match self.state {
            State::Header => return self.header(input),
            State::GzipRest => {
                // Time, level and system.
                self.need(input, 48)?;
                for _ in 0..6 {
                    self.header_byte(input)?;
                }
                self.state = State::GzipExtraLength;
            }
            State::GzipExtraLength => {
                let mut length = 0;
                if self.flags & 4 != 0 {
                    self.need(input, 16)?;
                    length = usize::from(self.header_byte(input)?);
                    length |= usize::from(self.header_byte(input)?) << 8;
                }
                self.state = State::GzipExtra(length);
            }
            State::GzipExtra(0) => self.state = State::GzipName,
            State::GzipExtra(left) => {
                self.header_byte(input)?;
                self.state = State::GzipExtra(left - 1);
            }
            State::GzipName => {
                while self.flags & 8 != 0 && self.header_byte(input)? != 0 {}
                self.state = State::GzipComment;
            }
            State::GzipComment => {
                while self.flags & 16 != 0 && self.header_byte(input)? != 0 {}
                self.state = State::GzipChecksum;
            }
            State::GzipChecksum => {
                if self.flags & 2 != 0 && self.take(input, 16)? != self.header_crc & 0xffff {
                    return Ok(Some("header crc mismatch"));
                }
                self.checksum = 0;
                self.state = State::Block;
            }
            State::DictionaryId => {
                self.dictionary_id = self.take(input, 32)?.swap_bytes();
                self.state = State::Dictionary;
            }
            State::Block => return self.block(input),
            State::StoredLength => {
                let lengths = self.take(input, 32)?;
                if lengths & 0xffff != !lengths >> 16 {
                    return Ok(Some("invalid stored block lengths"));
                }
                self.state = State::Stored((lengths & 0xffff) as usize);
            }
            State::Counts => {
                self.need(input, 14)?;
                self.counts = [
                    self.take(input, 5)? as usize + 257,
                    self.take(input, 5)? as usize + 1,
                    self.take(input, 4)? as usize + 4,
                ];
                if self.counts[0] > 286 || self.counts[1] > 30 {
                    return Ok(Some("too many length or distance symbols"));
                }
                self.lengths = vec![0; 19];
                self.state = State::LengthLengths(0);
            }
            State::LengthLengths(place) if place < self.counts[2] => {
                self.lengths[ORDER[place]] = self.take(input, 3)? as u8;
                self.state = State::LengthLengths(place + 1);
            }
            State::LengthLengths(_) => {
                match Code::new(&self.lengths, false) {
                    Some(code) => self.literals = code,
                    None => return Ok(Some("invalid code lengths set")),
                }
                self.lengths.clear();
                self.state = State::Lengths;
            }
            State::Lengths => return self.read_lengths(input),
            _ => {}
        }
        Ok(None)
    }

    fn header(&mut self, input: &mut Input<'_>) -> Result<Option<&'static str>, Starved> {
        self.need(input, 16)?;
        let first = (self.bits & 0xffff) as u32;
        if first == 0x8b1f && self.wrapping != Some(Wrapping::Zlib) {
            self.is_gzip = true;
            self.need(input, 32)?;
            let (method, flags) = (self.bits >> 16 & 0xff, (self.bits >> 24) as u8);
            if method != 8 {
                return Ok(Some("unknown compression method"));
            }
            if flags & 0xe0 != 0 {
                return Ok(Some("unknown header flags set"));
            }
            self.flags = flags;
            for _ in 0..4 {
                self.header_byte(input)?;
            }
            self.state = State::GzipRest;
            return Ok(None);
        }
        let swapped = (first as u16).swap_bytes();
        if self.wrapping == Some(Wrapping::Gzip) || !swapped.is_multiple_of(31) {
            return Ok(Some("incorrect header check"));
        }
        if first & 15 != 8 {
            return Ok(Some("unknown compression method"));
        }
        let bits = (first >> 4 & 15) + 8;
        if bits > 15 || self.window_bits != 0 && bits > self.window_bits {
            return Ok(Some("invalid window size"));
        }
        self.drop_bits(16);
        self.state = if swapped & 0x20 != 0 {
            State::DictionaryId
        } else {
            State::Block
        };
        Ok(None)
    }

    fn block(&mut self, input: &mut Input<'_>) -> Result<Option<&'static str>, Starved> {
        if self.last {
            self.drop_bits(self.bit_count % 8);
            self.state = if self.wrapping == Some(Wrapping::Raw) {
                State::End
            } else {
                State::Checksum
            };
            return Ok(None);
        }
        let head = self.take(input, 3)?;
        self.last = head & 1 == 1;
        match head >> 1 {
            0 => {
                self.drop_bits(self.bit_count % 8);
                self.state = State::StoredLength;
            }
            1 => {
                let lengths: Vec<u8> = (0..288)
                    .map(|code| match code {
                        0..144 => 8,
                        144..256 => 9,
                        256..280 => 7,
                        _ => 8,
                    })
                    .collect();
                if let (Some(literals), Some(distances)) =
                    (Code::new(&lengths, false), Code::new(&[5; 32], false))
                {
                    (self.literals, self.distances) = (literals, distances);
                }
                self.state = State::Symbol;
            }
            2 => self.state = State::Counts,
            _ => return Ok(Some("invalid block type")),
        }
        Ok(None)
    }

    fn read_lengths(&mut self, input: &mut Input<'_>) -> Result<Option<&'static str>, Starved> {
        let all = self.counts[0] + self.counts[1];
        while self.lengths.len() < all {
            // The symbol is only taken together with the bits behind it.
            let (symbol, length) = self.look(input, false)?;
            if length == 0 {
                return Ok(Some("invalid code lengths set"));
            }
            let (bits, least) = match symbol {
                16 => (2, 3),
                17 => (3, 3),
                18 => (7, 11),
                own => {
                    self.drop_bits(length);
                    self.lengths.push(own as u8);
                    continue;
                }
            };
            self.need(input, length + bits)?;
            self.drop_bits(length);
            let extra = self.take(input, bits)?;
            let length = match (symbol, self.lengths.last()) {
                (16, None) => return Ok(Some("invalid bit length repeat")),
                (16, Some(length)) => *length,
                _ => 0,
            };
            let count = least + extra as usize;
            if self.lengths.len() + count > all {
                return Ok(Some("invalid bit length repeat"));
            }
            self.lengths.extend(std::iter::repeat_n(length, count));
        }
        if self.lengths[256] == 0 {
            return Ok(Some("invalid code -- missing end-of-block"));
        }
        match Code::new(&self.lengths[..self.counts[0]], true) {
            Some(code) => self.literals = code,
            None => return Ok(Some("invalid literal/lengths set")),
        }
        match Code::new(&self.lengths[self.counts[0]..], true) {
            Some(code) => self.distances = code,
            None => return Ok(Some("invalid distances set")),
        }
        self.state = State::Symbol;
        Ok(None)
    }

    /// What stands behind the data.
    fn trailer(&mut self, input: &mut Input<'_>) -> Outcome {
        if self.state == State::Checksum {
            let Ok(own) = self.take(input, 32) else {
                return Outcome::More;
            };
            let own = if self.is_gzip { own } else { own.swap_bytes() };
            if own != self.checksum {
                self.wrong = Some("incorrect data check");
                return Outcome::Wrong("incorrect data check");
            }
            self.state = if self.is_gzip {
                State::Size
            } else {
                State::End
            };
        }
        if self.state == State::Size {
            match self.take(input, 32) {
                Ok(own) if own == self.total => self.state = State::End,
                Ok(_) => {
                    self.wrong = Some("incorrect length check");
                    return Outcome::Wrong("incorrect length check");
                }
                Err(Starved) => return Outcome::More,
            }
        }
        if self.state == State::End {
            Outcome::End
        } else {
            Outcome::More
        }
    }
}
