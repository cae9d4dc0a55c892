//! Deflate: finds what was there before in the window, and hands literals and matches to `trees.rs`. The choices are those
//! of the usual library at each level, so that the same input gives the same bytes.

use super::checksum::{adler32, crc32};
use super::trees::Blocks;

const MIN_MATCH: usize = 3;
const MAX_MATCH: usize = 258;
const MIN_LOOKAHEAD: usize = MAX_MATCH + MIN_MATCH + 1;
/// Matches of the least length are not worth it beyond this distance.
const TOO_FAR: usize = 4096;

/// What is to be done with the data at the end of a call.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub enum Flush {
    /// Nothing yet.
    No,
    /// All so far can be read, with a short mark behind it.
    Partial,
    /// All so far can be read, up to a byte.
    Sync,
    /// The same, and what comes does not refer to what was.
    Full,
    /// It ends.
    Finish,
    /// The current block ends.
    Block,
}

/// How hard to search: `good` halves the search when there is such a match, `lazy` is the longest match that is tried to
/// beat, `nice` ends the search, `chain` limits it.
#[derive(Clone, Copy)]
struct Effort {
    good: usize,
    lazy: usize,
    nice: usize,
    chain: usize,
}

const fn effort(good: usize, lazy: usize, nice: usize, chain: usize) -> Effort {
    Effort {
        good,
        lazy,
        nice,
        chain,
    }
}

const EFFORTS: [Effort; 10] = [
    effort(0, 0, 0, 0),
    effort(4, 4, 8, 4),
    effort(4, 5, 16, 8),
    effort(4, 6, 32, 32),
    effort(4, 4, 16, 16),
    effort(8, 16, 32, 32),
    effort(8, 16, 128, 128),
    effort(8, 32, 128, 256),
    effort(32, 128, 258, 1024),
    effort(32, 258, 258, 4096),
];

/// What stands around the compressed data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wrapping {
    /// Nothing.
    Raw,
    /// The header and checksum of zlib.
    Zlib,
    /// Those of gzip.
    Gzip,
}

/// A strategy that prefers some symbols.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub enum Strategy {
    /// The usual one.
    Default,
    /// For filtered data: fewer short matches.
    Filtered,
    /// Literals only.
    HuffmanOnly,
    /// Runs only.
    Rle,
    /// The fixed code only.
    Fixed,
}

/// A stream that is being compressed.
#[derive(Clone)]
pub struct Deflate {
    blocks: Blocks,
    input: Vec<u8>,
    /// How much of the input has gone into the window.
    taken: usize,
    level: usize,
    strategy: Strategy,
    wrapping: Wrapping,
    window_bits: u32,
    window_size: usize,
    window: Vec<u8>,
    /// The last place of each hash, and the place before each place with the same hash; 0: none.
    heads: Vec<u16>,
    before: Vec<u16>,
    hash: usize,
    hash_shift: u32,
    hash_mask: usize,
    /// Where the current block begins in the window; negative when that has gone.
    block_start: isize,
    /// Where the data that is looked at begins, and how much there is of it.
    place: usize,
    lookahead: usize,
    match_length: usize,
    match_start: usize,
    previous_length: usize,
    previous_match: usize,
    /// Whether the byte before `place` still waits to be a literal.
    waiting: bool,
    /// How many bytes before `place` are not in the hash table yet.
    to_insert: usize,
    checksum: u32,
    total: u32,
    has_header: bool,
    dictionary: Option<u32>,
    last_flush: Option<Flush>,
    finished: bool,
}

impl Deflate {
    /// A stream. `window_bits` is 9 to 15, `memory` 1 to 9.
    pub fn new(
        level: usize,
        wrapping: Wrapping,
        window_bits: u32,
        memory: u32,
        strategy: Strategy,
    ) -> Deflate {
        let window_size = 1 << window_bits;
        let hash_bits = memory + 7;
        Deflate {
            blocks: Blocks::new((1 << (memory + 6)) - 1),
            input: Vec::new(),
            taken: 0,
            level,
            strategy,
            wrapping,
            window_bits,
            window_size,
            window: vec![0; 2 * window_size],
            heads: vec![0; 1 << hash_bits],
            before: vec![0; window_size],
            hash: 0,
            hash_shift: hash_bits.div_ceil(MIN_MATCH as u32),
            hash_mask: (1 << hash_bits) - 1,
            block_start: 0,
            place: 0,
            lookahead: 0,
            match_length: MIN_MATCH - 1,
            match_start: 0,
            previous_length: MIN_MATCH - 1,
            previous_match: 0,
            waiting: false,
            to_insert: 0,
            checksum: u32::from(wrapping == Wrapping::Zlib),
            total: 0,
            has_header: false,
            dictionary: None,
            last_flush: None,
            finished: false,
        }
    }

    /// Puts a dictionary before the data.
    pub fn set_dictionary(&mut self, dictionary: &[u8]) {
        if self.wrapping == Wrapping::Zlib {
            self.dictionary = Some(adler32(1, dictionary));
        }
        let kept = dictionary.len().min(self.window_size);
        let own = std::mem::replace(
            &mut self.input,
            dictionary[dictionary.len() - kept..].to_vec(),
        );
        let taken = std::mem::take(&mut self.taken);
        let (wrapping, checksum) = (self.wrapping, self.checksum);
        self.wrapping = Wrapping::Raw;
        self.fill();
        while self.lookahead >= MIN_MATCH {
            for place in self.place..self.place + self.lookahead - (MIN_MATCH - 1) {
                self.insert(place);
            }
            self.place += self.lookahead - (MIN_MATCH - 1);
            self.lookahead = MIN_MATCH - 1;
            self.fill();
        }
        self.place += self.lookahead;
        self.block_start = self.place as isize;
        self.to_insert = self.lookahead;
        self.lookahead = 0;
        (self.wrapping, self.checksum, self.total) = (wrapping, checksum, 0);
        (self.input, self.taken) = (own, taken);
    }

    /// Takes data, and gives what can be written so far.
    pub fn run(&mut self, data: &[u8], flush: Flush) -> Vec<u8> {
        self.input = data.to_vec();
        self.taken = 0;
        if !self.has_header {
            self.write_header();
        }
        let repeated = self
            .last_flush
            .is_some_and(|last| rank(flush) <= rank(last));
        self.last_flush = Some(flush);
        let idle = data.is_empty() && repeated && flush != Flush::Finish;
        if !idle && !self.finished && (!data.is_empty() || self.lookahead > 0 || flush != Flush::No)
        {
            let done = match (self.level, self.strategy) {
                (0, _) => self.store(flush),
                (_, Strategy::HuffmanOnly) => self.literals(flush),
                (_, Strategy::Rle) => self.runs(flush),
                (1..=3, _) => self.greedy(flush),
                _ => self.lazy(flush),
            };
            if done {
                self.after(flush);
            }
        }
        if flush == Flush::Finish && !self.finished {
            self.finished = true;
            self.write_trailer();
        }
        std::mem::take(&mut self.blocks.output)
    }

    /// What a flush adds behind the data.
    fn after(&mut self, flush: Flush) {
        match flush {
            Flush::Partial => self.blocks.mark(),
            Flush::Sync | Flush::Full => {
                self.blocks.stored(&[], false);
                if flush == Flush::Full {
                    self.heads.fill(0);
                    if self.lookahead == 0 {
                        (self.place, self.block_start, self.to_insert) = (0, 0, 0);
                    }
                }
            }
            Flush::No | Flush::Finish | Flush::Block => {}
        }
    }

    fn write_header(&mut self) {
        self.has_header = true;
        let output = &mut self.blocks.output;
        let quick = self.strategy >= Strategy::HuffmanOnly || self.level < 2;
        match self.wrapping {
            Wrapping::Raw => {}
            Wrapping::Zlib => {
                let level = match self.level {
                    _ if quick => 0,
                    0..=5 => 1,
                    6 => 2,
                    _ => 3,
                };
                let mut header = (8 + ((self.window_bits - 8) << 4)) << 8 | level << 6;
                if self.dictionary.is_some() {
                    header |= 0x20;
                }
                header += 31 - header % 31;
                output.extend_from_slice(&(header as u16).to_be_bytes());
                if let Some(checksum) = self.dictionary {
                    output.extend_from_slice(&checksum.to_be_bytes());
                }
            }
            Wrapping::Gzip => {
                let level = match self.level {
                    9 => 2,
                    _ if quick => 4,
                    _ => 0,
                };
                output.extend_from_slice(&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, level, 3]);
            }
        }
    }

    fn write_trailer(&mut self) {
        let output = &mut self.blocks.output;
        match self.wrapping {
            Wrapping::Raw => {}
            Wrapping::Zlib => output.extend_from_slice(&self.checksum.to_be_bytes()),
            Wrapping::Gzip => {
                output.extend_from_slice(&self.checksum.to_le_bytes());
                output.extend_from_slice(&self.total.to_le_bytes());
            }
        }
    }

    /// Takes from the input into the window as much as there is room for.
    fn fill(&mut self) {
        loop {
            let mut room = 2 * self.window_size - self.lookahead - self.place;
            if self.place >= 2 * self.window_size - MIN_LOOKAHEAD {
                self.slide();
                room += self.window_size;
            }
            let new = &self.input[self.taken..];
            if new.is_empty() {
                break;
            }
            let new = &new[..new.len().min(room)];
            match self.wrapping {
                Wrapping::Raw => {}
                Wrapping::Zlib => self.checksum = adler32(self.checksum, new),
                Wrapping::Gzip => self.checksum = crc32(self.checksum, new),
            }
            self.total = self.total.wrapping_add(new.len() as u32);
            let start = self.place + self.lookahead;
            self.window[start..start + new.len()].copy_from_slice(new);
            self.taken += new.len();
            self.lookahead += new.len();
            self.insert_left_over();
            if self.lookahead >= MIN_LOOKAHEAD {
                break;
            }
        }
    }

    fn slide(&mut self) {
        let size = self.window_size;
        self.window.copy_within(size.., 0);
        self.match_start = self.match_start.saturating_sub(size);
        self.place -= size;
        self.block_start -= size as isize;
        self.to_insert = self.to_insert.min(self.place);
        for place in self.heads.iter_mut().chain(self.before.iter_mut()) {
            *place = u32::from(*place).saturating_sub(size as u32) as u16;
        }
    }

    fn insert_left_over(&mut self) {
        if self.lookahead + self.to_insert < MIN_MATCH {
            return;
        }
        let mut place = self.place - self.to_insert;
        self.restart_hash(place);
        while self.to_insert > 0 {
            self.insert(place);
            place += 1;
            self.to_insert -= 1;
            if self.lookahead + self.to_insert < MIN_MATCH {
                break;
            }
        }
    }

    fn update_hash(&mut self, byte: u8) {
        self.hash = (self.hash << self.hash_shift ^ usize::from(byte)) & self.hash_mask;
    }

    fn restart_hash(&mut self, place: usize) {
        self.hash = usize::from(self.window[place]);
        self.update_hash(self.window[place + 1]);
    }

    /// Puts the three bytes at a place into the table; gives the last place that had the same hash, 0: none.
    fn insert(&mut self, place: usize) -> usize {
        self.update_hash(self.window[place + MIN_MATCH - 1]);
        let head = std::mem::replace(&mut self.heads[self.hash], place as u16);
        self.before[place & (self.window_size - 1)] = head;
        usize::from(head)
    }

    fn farthest(&self) -> usize {
        self.window_size - MIN_LOOKAHEAD
    }

    /// The length of the longest match that begins at `candidate` or before it; sets where it begins.
    fn longest_match(&mut self, mut candidate: usize) -> usize {
        let effort = EFFORTS[self.level];
        let mut chain = effort.chain;
        if self.previous_length >= effort.good {
            chain >>= 2;
        }
        let nice = effort.nice.min(self.lookahead);
        let limit = self.place.saturating_sub(self.farthest());
        let mut best = self.previous_length;
        let (window, place) = (&self.window, self.place);
        let scan = &window[place..(place + MAX_MATCH).min(window.len())];
        loop {
            let there = &window[candidate..];
            if there[best] == scan[best]
                && there[best - 1] == scan[best - 1]
                && there[..2] == scan[..2]
            {
                let length = scan.iter().zip(there).take_while(|(a, b)| a == b).count();
                if length > best {
                    self.match_start = candidate;
                    best = length;
                    if length >= nice {
                        break;
                    }
                }
            }
            candidate = usize::from(self.before[candidate & (self.window_size - 1)]);
            chain -= 1;
            if candidate <= limit || chain == 0 {
                break;
            }
        }
        best.min(self.lookahead)
    }

    fn flush_block(&mut self, last: bool) {
        let length = (self.place as isize - self.block_start) as usize;
        let data = usize::try_from(self.block_start).ok();
        let data = data.map(|start| &self.window[start..self.place]);
        self.blocks
            .flush(data, length, last, self.strategy == Strategy::Fixed);
        self.block_start = self.place as isize;
    }

    /// Ends what a call does; whether the data so far has been written.
    fn conclude(&mut self, flush: Flush) -> bool {
        if flush == Flush::Finish {
            self.flush_block(true);
        } else if !self.blocks.is_empty() {
            self.flush_block(false);
        }
        true
    }

    /// Sees that there is enough to look at; `None`: go on, else how the call ends.
    fn look(&mut self, enough: usize, flush: Flush) -> Option<bool> {
        if self.lookahead < enough {
            self.fill();
            if self.lookahead < enough && flush == Flush::No {
                return Some(false);
            }
            if self.lookahead == 0 {
                return Some(true);
            }
        }
        None
    }

    /// Enters the string that begins here; gives the last place of the same, or 0.
    fn insert_here(&mut self) -> usize {
        if self.lookahead < MIN_MATCH {
            return 0;
        }
        self.insert(self.place)
    }

    /// Takes the first match that there is.
    fn greedy(&mut self, flush: Flush) -> bool {
        let effort = EFFORTS[self.level];
        loop {
            match self.look(MIN_LOOKAHEAD, flush) {
                Some(false) => return false,
                Some(true) => break,
                None => {}
            }
            let head = self.insert_here();
            if head != 0 && self.place - head <= self.farthest() {
                self.match_length = self.longest_match(head);
            }
            let full = if self.match_length >= MIN_MATCH {
                let full = self
                    .blocks
                    .matched(self.place - self.match_start, self.match_length - MIN_MATCH);
                self.lookahead -= self.match_length;
                if self.match_length <= effort.lazy && self.lookahead >= MIN_MATCH {
                    for _ in 1..self.match_length {
                        self.place += 1;
                        self.insert(self.place);
                    }
                    self.place += 1;
                } else {
                    self.place += self.match_length;
                    self.restart_hash(self.place);
                }
                self.match_length = 0;
                full
            } else {
                self.take_literal()
            };
            if full {
                self.flush_block(false);
            }
        }
        self.to_insert = self.place.min(MIN_MATCH - 1);
        self.conclude(flush)
    }

    fn take_literal(&mut self) -> bool {
        let full = self.blocks.literal(self.window[self.place]);
        self.lookahead -= 1;
        self.place += 1;
        full
    }

    /// Takes a match only if the next byte does not begin a longer one.
    fn lazy(&mut self, flush: Flush) -> bool {
        let effort = EFFORTS[self.level];
        loop {
            match self.look(MIN_LOOKAHEAD, flush) {
                Some(false) => return false,
                Some(true) => break,
                None => {}
            }
            let head = self.insert_here();
            self.previous_length = self.match_length;
            self.previous_match = self.match_start;
            self.match_length = MIN_MATCH - 1;
            if head != 0
                && self.previous_length < effort.lazy
                && self.place - head <= self.farthest()
            {
                self.match_length = self.longest_match(head);
                let far = self.match_length == MIN_MATCH && self.place - self.match_start > TOO_FAR;
                if self.match_length <= 5 && (self.strategy == Strategy::Filtered || far) {
                    self.match_length = MIN_MATCH - 1;
                }
            }
            if self.previous_length >= MIN_MATCH && self.match_length <= self.previous_length {
                let most = self.place + self.lookahead - MIN_MATCH;
                let distance = self.place - 1 - self.previous_match;
                let full = self
                    .blocks
                    .matched(distance, self.previous_length - MIN_MATCH);
                self.lookahead -= self.previous_length - 1;
                for _ in 0..self.previous_length - 2 {
                    self.place += 1;
                    if self.place <= most {
                        self.insert(self.place);
                    }
                }
                self.waiting = false;
                self.match_length = MIN_MATCH - 1;
                self.place += 1;
                if full {
                    self.flush_block(false);
                }
            } else {
                if self.waiting && self.blocks.literal(self.window[self.place - 1]) {
                    self.flush_block(false);
                }
                self.waiting = true;
                self.place += 1;
                self.lookahead -= 1;
            }
        }
        if self.waiting {
            self.blocks.literal(self.window[self.place - 1]);
            self.waiting = false;
        }
        self.to_insert = self.place.min(MIN_MATCH - 1);
        self.conclude(flush)
    }

    /// Matches at distance 1 only.
    fn runs(&mut self, flush: Flush) -> bool {
        loop {
            match self.look(MAX_MATCH + 1, flush) {
                Some(false) => return false,
                Some(true) => break,
                None => {}
            }
            let mut length = 0;
            if self.lookahead >= MIN_MATCH && self.place > 0 {
                let byte = self.window[self.place - 1];
                let end = (self.place + MAX_MATCH).min(self.window.len());
                let run = self.window[self.place..end].iter();
                length = run
                    .take_while(|each| **each == byte)
                    .count()
                    .min(self.lookahead);
            }
            let full = if length >= MIN_MATCH {
                self.lookahead -= length;
                self.place += length;
                self.blocks.matched(1, length - MIN_MATCH)
            } else {
                self.take_literal()
            };
            if full {
                self.flush_block(false);
            }
        }
        self.to_insert = 0;
        self.conclude(flush)
    }

    /// Literals only.
    fn literals(&mut self, flush: Flush) -> bool {
        loop {
            match self.look(1, flush) {
                Some(false) => return false,
                Some(true) => break,
                None => {}
            }
            self.match_length = 0;
            if self.take_literal() {
                self.flush_block(false);
            }
        }
        self.to_insert = 0;
        self.conclude(flush)
    }

    /// Copies the data into blocks of the greatest size.
    fn store(&mut self, flush: Flush) -> bool {
        const MOST: usize = 65_535;
        let input = std::mem::take(&mut self.input);
        match self.wrapping {
            Wrapping::Raw => {}
            Wrapping::Zlib => self.checksum = adler32(self.checksum, &input),
            Wrapping::Gzip => self.checksum = crc32(self.checksum, &input),
        }
        self.total = self.total.wrapping_add(input.len() as u32);
        // What waits for a block to be full is kept where the window is.
        let start = self.block_start.max(0) as usize;
        let mut data = self.window[start..start + self.lookahead].to_vec();
        data.extend_from_slice(&input);
        let mut left = data.as_slice();
        while left.len() > MOST {
            self.blocks.stored(&left[..MOST], false);
            left = &left[MOST..];
        }
        if flush == Flush::No && left.len() < self.window_size {
            self.window[..left.len()].copy_from_slice(left);
            (self.block_start, self.lookahead) = (0, left.len());
            return false;
        }
        if flush == Flush::Finish || !left.is_empty() {
            self.blocks.stored(left, flush == Flush::Finish);
        }
        (self.block_start, self.lookahead) = (0, 0);
        if flush == Flush::Finish {
            self.blocks.align();
        }
        true
    }
}

/// Which of two flushes asks for more.
fn rank(flush: Flush) -> u32 {
    match flush {
        Flush::No => 0,
        Flush::Block => 1,
        Flush::Partial => 2,
        Flush::Sync => 4,
        Flush::Full => 6,
        Flush::Finish => 8,
    }
}
