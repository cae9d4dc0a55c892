//! Keccak's sponge, which SHA-3 and SHAKE are made of.

const ROUND_CONSTANTS: [u64; 24] = [
    0x0000_0000_0000_0001,
    0x0000_0000_0000_8082,
    0x8000_0000_0000_808a,
    0x8000_0000_8000_8000,
    0x0000_0000_0000_808b,
    0x0000_0000_8000_0001,
    0x8000_0000_8000_8081,
    0x8000_0000_0000_8009,
    0x0000_0000_0000_008a,
    0x0000_0000_0000_0088,
    0x0000_0000_8000_8009,
    0x0000_0000_8000_000a,
    0x0000_0000_8000_808b,
    0x8000_0000_0000_008b,
    0x8000_0000_0000_8089,
    0x8000_0000_0000_8003,
    0x8000_0000_0000_8002,
    0x8000_0000_0000_0080,
    0x0000_0000_0000_800a,
    0x8000_0000_8000_000a,
    0x8000_0000_8000_8081,
    0x8000_0000_0000_8080,
    0x0000_0000_8000_0001,
    0x8000_0000_8000_8008,
];

/// A sponge that takes data.
#[derive(Clone)]
pub struct Sponge {
    state: [u64; 25],
    /// How many bytes it takes or gives between two permutations.
    rate: usize,
    /// The bits behind the data, which tell what it is for.
    suffix: u8,
    filled: usize,
}

impl Sponge {
    /// A sponge that takes `rate` bytes at a time and ends the data with `suffix`.
    pub fn new(rate: usize, suffix: u8) -> Sponge {
        Sponge {
            state: [0; 25],
            rate,
            suffix,
            filled: 0,
        }
    }

    /// How many bytes it takes at a time.
    pub fn rate(&self) -> usize {
        self.rate
    }

    /// Takes data.
    pub fn update(&mut self, data: &[u8]) {
        for byte in data {
            self.mix(self.filled, *byte);
            self.filled += 1;
            if self.filled == self.rate {
                permute(&mut self.state);
                self.filled = 0;
            }
        }
    }

    fn mix(&mut self, place: usize, byte: u8) {
        self.state[place / 8] ^= u64::from(byte) << (8 * (place % 8));
    }

    /// Ends the data and gives `length` bytes.
    pub fn finish(mut self, length: usize) -> Vec<u8> {
        self.mix(self.filled, self.suffix);
        self.mix(self.rate - 1, 0x80);
        let mut made = Vec::with_capacity(length);
        while made.len() < length {
            permute(&mut self.state);
            let bytes = self.state.iter().flat_map(|lane| lane.to_le_bytes());
            made.extend(bytes.take(self.rate.min(length - made.len())));
        }
        made
    }
}

fn permute(state: &mut [u64; 25]) {
    for constant in ROUND_CONSTANTS {
        let column = |x: usize| (0..5).fold(0, |sum, y| sum ^ state[x + 5 * y]);
        let columns: [u64; 5] = std::array::from_fn(column);
        for (place, lane) in state.iter_mut().enumerate() {
            let x = place % 5;
            *lane ^= columns[(x + 4) % 5] ^ columns[(x + 1) % 5].rotate_left(1);
        }
        let mut moved = [0; 25];
        moved[0] = state[0];
        let (mut x, mut y, mut turn) = (1, 0, 0);
        for step in 1..25 {
            turn = (turn + step) % 64;
            moved[y + 5 * ((2 * x + 3 * y) % 5)] = state[x + 5 * y].rotate_left(turn);
            (x, y) = (y, (2 * x + 3 * y) % 5);
        }
        for (place, lane) in state.iter_mut().enumerate() {
            let (x, row) = (place % 5, place / 5 * 5);
            *lane = moved[place] ^ !moved[row + (x + 1) % 5] & moved[row + (x + 2) % 5];
        }
        state[0] ^= constant;
    }
}
