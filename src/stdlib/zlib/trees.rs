//! The output side of deflate: symbols are counted, Huffman codes made from the counts, and blocks written in the
//! shortest of the three forms. Which symbols there are is `deflate.rs`. Every choice is made as the usual library makes
//! it, so that the same input gives the same bytes.

/// How many literal and length codes there are.
const L_CODES: usize = 286;
/// How many distance codes there are.
const D_CODES: usize = 30;
/// How many codes for code lengths there are.
const BL_CODES: usize = 19;
const END_BLOCK: usize = 256;
/// In what order the lengths of the codes for code lengths are written.
const BL_ORDER: [usize; BL_CODES] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/// Extra bits behind each length code.
const LENGTH_EXTRA: [u8; 29] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];

/// The length code and what it stands for at least, for a match length less 3.
fn length_code(length: u8) -> (usize, u32) {
    if length == 255 {
        return (28, 255);
    }
    let (mut code, mut base) = (0, 0u32);
    while base + (1 << LENGTH_EXTRA[code]) <= u32::from(length) {
        base += 1 << LENGTH_EXTRA[code];
        code += 1;
    }
    (code, base)
}

fn distance_extra(code: usize) -> u32 {
    (code as u32 / 2).saturating_sub(1)
}

/// The distance code and what it stands for at least, for a distance less 1.
fn distance_code(distance: u32) -> (usize, u32) {
    if distance < 4 {
        return (distance as usize, distance);
    }
    let top = 31 - distance.leading_zeros();
    let half = distance >> (top - 1) & 1;
    let code = 2 * top as usize + half as usize;
    (code, (2 + half) << (top - 1))
}

/// A code of a tree: how often it was counted, then its bits and their number.
#[derive(Clone, Copy, Default)]
struct Leaf {
    count: u32,
    parent: u16,
    bits: u16,
    length: u8,
}

#[derive(Clone)]
struct Tree {
    leaves: Vec<Leaf>,
    /// How many codes a block can have.
    codes: usize,
    longest: u8,
    /// The last code that is used.
    max_code: usize,
}

impl Tree {
    fn new(codes: usize, longest: u8) -> Tree {
        Tree {
            leaves: vec![Leaf::default(); 2 * codes + 1],
            codes,
            longest,
            max_code: 0,
        }
    }

    fn forget(&mut self) {
        self.leaves[..self.codes]
            .iter_mut()
            .for_each(|leaf| leaf.count = 0);
    }

    /// Makes the code from the counts; `extra` tells the bits behind a code, `fixed` the length of its fixed code. Gives
    /// the sizes in bits of all counted symbols by this code and by the fixed one.
    fn build(&mut self, extra: impl Fn(usize) -> u32, fixed: impl Fn(usize) -> u32) -> (u64, u64) {
        let mut heap = Heap {
            places: Vec::with_capacity(self.leaves.len()),
            depth: vec![0; self.leaves.len()],
        };
        let (mut sizes, mut sizes_fixed) = (0i64, 0i64);
        let mut max_code = None;
        for code in 0..self.codes {
            if self.leaves[code].count > 0 {
                heap.places.push(code);
                max_code = Some(code);
            } else {
                self.leaves[code].length = 0;
            }
        }
        // There have to be two codes at least.
        while heap.places.len() < 2 {
            let code = match max_code {
                Some(code) if code >= 2 => 0,
                Some(code) => {
                    max_code = Some(code + 1);
                    code + 1
                }
                None => {
                    max_code = Some(0);
                    0
                }
            };
            heap.places.push(code);
            self.leaves[code].count = 1;
            sizes -= 1;
            sizes_fixed -= i64::from(fixed(code));
        }
        self.max_code = max_code.unwrap_or(0);
        for place in (0..heap.places.len() / 2).rev() {
            heap.sink(&self.leaves, place);
        }
        // The rarest two are joined until one is left; `order` has them all, the most frequent last.
        let (mut order, mut node) = (Vec::new(), self.codes);
        loop {
            let first = heap.places[0];
            let last = heap.places.len() - 1;
            heap.places.swap(0, last);
            heap.places.pop();
            heap.sink(&self.leaves, 0);
            let second = heap.places[0];
            order.push(first);
            order.push(second);
            self.leaves[node].count = self.leaves[first].count + self.leaves[second].count;
            heap.depth[node] = heap.depth[first].max(heap.depth[second]) + 1;
            self.leaves[first].parent = node as u16;
            self.leaves[second].parent = node as u16;
            heap.places[0] = node;
            node += 1;
            heap.sink(&self.leaves, 0);
            if heap.places.len() < 2 {
                break;
            }
        }
        order.push(heap.places[0]);
        order.reverse();
        let lengths = self.set_lengths(&order);
        for code in 0..=self.max_code {
            let leaf = self.leaves[code];
            if leaf.length > 0 {
                let count = i64::from(leaf.count);
                sizes += count * (i64::from(leaf.length) + i64::from(extra(code)));
                sizes_fixed += count * (i64::from(fixed(code)) + i64::from(extra(code)));
            }
        }
        self.set_bits(&lengths);
        (sizes.max(0) as u64, sizes_fixed.max(0) as u64)
    }

    /// Sets the length of each code, from the root down; no code gets too long. Gives how many codes have each length.
    fn set_lengths(&mut self, order: &[usize]) -> [u16; 16] {
        let (mut lengths, mut overflow) = ([0u16; 16], 0i32);
        self.leaves[order[0]].length = 0;
        for node in &order[1..] {
            let mut length = self.leaves[usize::from(self.leaves[*node].parent)].length + 1;
            if length > self.longest {
                length = self.longest;
                overflow += 1;
            }
            self.leaves[*node].length = length;
            if *node <= self.max_code {
                lengths[usize::from(length)] += 1;
            }
        }
        if overflow == 0 {
            return lengths;
        }
        while overflow > 0 {
            let longest = usize::from(self.longest);
            let mut length = longest - 1;
            while lengths[length] == 0 {
                length -= 1;
            }
            // A leaf moves down and takes one of the codes that are too long as its brother.
            lengths[length] -= 1;
            lengths[length + 1] += 2;
            lengths[longest] -= 1;
            overflow -= 2;
        }
        let mut nodes = order.iter().rev();
        for length in (1..=usize::from(self.longest)).rev() {
            let mut left = lengths[length];
            while left > 0 {
                let Some(node) = nodes.next() else { break };
                if *node <= self.max_code {
                    self.leaves[*node].length = length as u8;
                    left -= 1;
                }
            }
        }
        lengths
    }

    fn set_bits(&mut self, lengths: &[u16; 16]) {
        let (mut next, mut code) = ([0u16; 16], 0u16);
        for length in 1..16 {
            code = (code + lengths[length - 1]) << 1;
            next[length] = code;
        }
        for leaf in &mut self.leaves[..=self.max_code] {
            if leaf.length > 0 {
                let place = &mut next[usize::from(leaf.length)];
                leaf.bits = reversed(*place, leaf.length);
                *place += 1;
            }
        }
    }
}

fn reversed(code: u16, length: u8) -> u16 {
    code.reverse_bits() >> (16 - length)
}

/// The nodes by their counts, the rarest first; of equal ones the flatter, then as they stand.
struct Heap {
    places: Vec<usize>,
    depth: Vec<u8>,
}

impl Heap {
    fn is_rarer(&self, leaves: &[Leaf], a: usize, b: usize) -> bool {
        let (of_a, of_b) = (leaves[a].count, leaves[b].count);
        of_a < of_b || of_a == of_b && self.depth[a] <= self.depth[b]
    }

    fn sink(&mut self, leaves: &[Leaf], mut place: usize) {
        let Some(node) = self.places.get(place).copied() else {
            return;
        };
        let length = self.places.len();
        let mut child = 2 * place + 1;
        while child < length {
            if child + 1 < length
                && self.is_rarer(leaves, self.places[child + 1], self.places[child])
            {
                child += 1;
            }
            if self.is_rarer(leaves, node, self.places[child]) {
                break;
            }
            self.places[place] = self.places[child];
            place = child;
            child = 2 * place + 1;
        }
        self.places[place] = node;
    }
}

fn fixed_length(code: usize) -> u8 {
    match code {
        0..144 => 8,
        144..256 => 9,
        256..280 => 7,
        _ => 8,
    }
}

fn fixed_bits(code: usize) -> u16 {
    let number = code as u16;
    let bits = match code {
        0..144 => 0x30 + number,
        144..256 => 0x190 + number - 144,
        256..280 => number - 256,
        _ => 0xc0 + number - 280,
    };
    reversed(bits, fixed_length(code))
}

/// The symbols of the block that is being collected, and the bits written so far.
#[derive(Clone)]
pub struct Blocks {
    /// What is written and not taken yet.
    pub output: Vec<u8>,
    /// Literals have distance 0; lengths are less 3.
    symbols: Vec<(u16, u8)>,
    most: usize,
    literals: Tree,
    distances: Tree,
    lengths: Tree,
    bits: u64,
    bit_count: u32,
}

impl Blocks {
    /// Nothing yet; a block has `most` symbols at most.
    pub fn new(most: usize) -> Blocks {
        let mut blocks = Blocks {
            output: Vec::new(),
            symbols: Vec::with_capacity(most.min(1 << 12)),
            most,
            literals: Tree::new(L_CODES, 15),
            distances: Tree::new(D_CODES, 15),
            lengths: Tree::new(BL_CODES, 7),
            bits: 0,
            bit_count: 0,
        };
        blocks.begin();
        blocks
    }

    fn begin(&mut self) {
        self.symbols.clear();
        self.literals.forget();
        self.distances.forget();
        self.literals.leaves[END_BLOCK].count = 1;
    }

    /// Whether no symbol waits.
    pub fn is_empty(&self) -> bool {
        self.symbols.is_empty()
    }

    /// Adds a literal; whether the block is full.
    pub fn literal(&mut self, byte: u8) -> bool {
        self.symbols.push((0, byte));
        self.literals.leaves[usize::from(byte)].count += 1;
        self.symbols.len() == self.most
    }

    /// Adds a match, its length less 3; whether the block is full.
    pub fn matched(&mut self, distance: usize, length: usize) -> bool {
        self.symbols.push((distance as u16, length as u8));
        self.literals.leaves[257 + length_code(length as u8).0].count += 1;
        self.distances.leaves[distance_code(distance as u32 - 1).0].count += 1;
        self.symbols.len() == self.most
    }

    fn put(&mut self, bits: u32, count: u32) {
        self.bits |= u64::from(bits) << self.bit_count;
        self.bit_count += count;
        while self.bit_count >= 8 {
            self.output.push(self.bits as u8);
            self.bits >>= 8;
            self.bit_count -= 8;
        }
    }

    /// Fills the last byte up.
    pub fn align(&mut self) {
        if self.bit_count > 0 {
            self.output.push(self.bits as u8);
        }
        (self.bits, self.bit_count) = (0, 0);
    }

    /// Writes an empty fixed block, so that what came before can be read.
    pub fn mark(&mut self) {
        self.put(1 << 1, 3);
        self.put(0, 7);
    }

    /// Writes bytes as they are.
    pub fn stored(&mut self, data: &[u8], last: bool) {
        self.put(u32::from(last), 3);
        self.align();
        let length = data.len() as u16;
        self.output.extend_from_slice(&length.to_le_bytes());
        self.output.extend_from_slice(&(!length).to_le_bytes());
        self.output.extend_from_slice(data);
    }

    /// Writes the block of the symbols. `data`: the bytes they stand for, if they are still there, `length` of them.
    pub fn flush(&mut self, data: Option<&[u8]>, length: usize, last: bool, always_fixed: bool) {
        let extra = |code: usize| match code {
            257.. => u32::from(LENGTH_EXTRA[code - 257]),
            _ => 0,
        };
        let (of_literals, of_literals_fixed) = self
            .literals
            .build(extra, |code| u32::from(fixed_length(code)));
        let (of_distances, of_distances_fixed) = self.distances.build(distance_extra, |_| 5);
        let (max_length, of_lengths) = self.build_lengths();
        let best = (of_literals + of_distances + of_lengths + 10) >> 3;
        let fixed = (of_literals_fixed + of_distances_fixed + 10) >> 3;
        let is_fixed = fixed <= best || always_fixed;
        let best = if is_fixed { fixed } else { best };
        match data {
            Some(data) if length as u64 + 4 <= best => self.stored(data, last),
            _ if is_fixed => {
                self.put(2 + u32::from(last), 3);
                self.write_symbols(true);
            }
            _ => {
                self.put(4 + u32::from(last), 3);
                self.write_trees(max_length);
                self.write_symbols(false);
            }
        }
        self.begin();
        if last {
            self.align();
        }
    }

    fn write_symbols(&mut self, fixed: bool) {
        let symbols = std::mem::take(&mut self.symbols);
        for (distance, byte) in &symbols {
            if *distance == 0 {
                self.put_literal(usize::from(*byte), fixed);
                continue;
            }
            let (code, base) = length_code(*byte);
            self.put_literal(257 + code, fixed);
            self.put(u32::from(*byte) - base, u32::from(LENGTH_EXTRA[code]));
            let distance = u32::from(*distance) - 1;
            let (code, base) = distance_code(distance);
            let leaf = self.distances.leaves[code];
            match fixed {
                true => self.put(u32::from(reversed(code as u16, 5)), 5),
                false => self.put(u32::from(leaf.bits), u32::from(leaf.length)),
            }
            self.put(distance - base, distance_extra(code));
        }
        self.put_literal(END_BLOCK, fixed);
        self.symbols = symbols;
    }

    fn put_literal(&mut self, code: usize, fixed: bool) {
        if fixed {
            self.put(u32::from(fixed_bits(code)), u32::from(fixed_length(code)));
        } else {
            let leaf = self.literals.leaves[code];
            self.put(u32::from(leaf.bits), u32::from(leaf.length));
        }
    }

    /// Counts what the lengths of both codes take and makes a code for them. Gives the place in their order of the last
    /// one that is needed, and their size in bits.
    fn build_lengths(&mut self) -> (usize, u64) {
        self.lengths.forget();
        for (code, _, _) in self.runs() {
            self.lengths.leaves[code].count += 1;
        }
        let extra = |code| match code {
            16 => 2,
            17 => 3,
            18 => 7,
            _ => 0,
        };
        let (size, _) = self.lengths.build(extra, |_| 0);
        let used = |place: &usize| self.lengths.leaves[BL_ORDER[*place]].length != 0;
        let last = (3..BL_CODES).rev().find(used).unwrap_or(2);
        (last, size + 3 * (last as u64 + 1) + 14)
    }

    /// The lengths of both codes, with repetitions: the code, the bits behind it, and their number.
    fn runs(&self) -> Vec<(usize, u32, u32)> {
        let mut runs = Vec::new();
        for tree in [&self.literals, &self.distances] {
            let lengths = tree.leaves[..=tree.max_code].iter().map(|leaf| leaf.length);
            let lengths: Vec<u8> = lengths.collect();
            push_runs(&lengths, &mut runs);
        }
        runs
    }

    fn write_trees(&mut self, max_length: usize) {
        self.put(self.literals.max_code as u32 + 1 - 257, 5);
        self.put(self.distances.max_code as u32, 5);
        self.put(max_length as u32 - 3, 4);
        for code in &BL_ORDER[..=max_length] {
            self.put(u32::from(self.lengths.leaves[*code].length), 3);
        }
        for (code, more, count) in self.runs() {
            let leaf = self.lengths.leaves[code];
            self.put(u32::from(leaf.bits), u32::from(leaf.length));
            self.put(more, count);
        }
    }
}

fn push_runs(lengths: &[u8], runs: &mut Vec<(usize, u32, u32)>) {
    let (mut place, mut before) = (0, None);
    while place < lengths.len() {
        let length = lengths[place];
        let repeats = before == Some(length);
        let (least, most) = match (length, repeats) {
            (0, _) => (3, 138),
            (_, true) => (3, 6),
            _ => (4, 7),
        };
        let same = lengths[place..]
            .iter()
            .take(most)
            .take_while(|each| **each == length)
            .count();
        place += same;
        let literal = (usize::from(length), 0, 0);
        match same {
            same if same < least => runs.extend(std::iter::repeat_n(literal, same)),
            same if length != 0 => {
                let mut same = same;
                if !repeats {
                    runs.push(literal);
                    same -= 1;
                }
                runs.push((16, same as u32 - 3, 2));
            }
            same if same <= 10 => runs.push((17, same as u32 - 3, 3)),
            same => runs.push((18, same as u32 - 11, 7)),
        }
        before = Some(length);
    }
}
