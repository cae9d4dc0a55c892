//! BLAKE2b and BLAKE2s with all their parameters: key, salt, person and the shape of a tree.

const SIGMA: [[u8; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/// What a hash is made with.
#[derive(Clone, Default)]
pub struct Parameters {
    /// How many bytes it gives.
    pub digest_size: u8,
    /// The key; none is empty.
    pub key: Vec<u8>,
    /// How many children a node has.
    pub fanout: u8,
    /// How deep the tree is.
    pub depth: u8,
    /// How many bytes a leaf takes.
    pub leaf_size: u32,
    /// Which node of its level this is.
    pub node_offset: u64,
    /// Which level this is.
    pub node_depth: u8,
    /// How many bytes the inner nodes give.
    pub inner_size: u8,
    /// The salt, filled with zeros.
    pub salt: Vec<u8>,
    /// The person, filled with zeros.
    pub person: Vec<u8>,
    /// Whether this is the last node of its level.
    pub last_node: bool,
}

macro_rules! blake2 {
    ($name:ident, $word:ty, $double:ty, $rounds:literal, $turns:expr, $initial:expr, $offset_size:literal, $doc:literal) => {
        #[doc = $doc]
        #[derive(Clone)]
        pub struct $name {
            state: [$word; 8],
            block: Vec<u8>,
            count: $double,
            digest_size: usize,
            last_node: bool,
        }

        impl $name {
            /// How many bytes it takes at a time.
            pub const BLOCK: usize = 16 * size_of::<$word>();
            /// How many bytes it gives at most.
            pub const MOST: usize = 8 * size_of::<$word>();
            /// How long salt and person may be.
            pub const SALT: usize = 2 * size_of::<$word>();
            const INITIAL: [$word; 8] = $initial;

            /// A hash with these parameters.
            pub fn new(parameters: &Parameters) -> $name {
                let p = parameters;
                let mut block = vec![p.digest_size, p.key.len() as u8, p.fanout, p.depth];
                block.extend_from_slice(&p.leaf_size.to_le_bytes());
                block.extend_from_slice(&p.node_offset.to_le_bytes()[..$offset_size]);
                block.extend_from_slice(&[p.node_depth, p.inner_size]);
                block.resize(Self::MOST - 2 * Self::SALT, 0);
                for text in [&p.salt, &p.person] {
                    block.extend_from_slice(text);
                    block.resize(block.len() + Self::SALT - text.len(), 0);
                }
                let mut state = Self::INITIAL;
                for (word, bytes) in state.iter_mut().zip(block.chunks(size_of::<$word>())) {
                    *word ^= Self::word(bytes);
                }
                let mut hash = $name {
                    state,
                    block: Vec::with_capacity(Self::BLOCK),
                    count: 0,
                    digest_size: usize::from(p.digest_size),
                    last_node: p.last_node,
                };
                if !p.key.is_empty() {
                    let mut key = p.key.clone();
                    key.resize(Self::BLOCK, 0);
                    hash.update(&key);
                }
                hash
            }

            fn word(bytes: &[u8]) -> $word {
                bytes
                    .iter()
                    .rev()
                    .fold(0, |word, byte| word << 8 | <$word>::from(*byte))
            }

            /// How many bytes it gives.
            pub fn digest_size(&self) -> usize {
                self.digest_size
            }

            /// Takes data.
            pub fn update(&mut self, mut data: &[u8]) {
                while !data.is_empty() {
                    // The last block waits until it is known to be the last.
                    if self.block.len() == Self::BLOCK {
                        self.count += Self::BLOCK as $double;
                        self.compress(false);
                        self.block.clear();
                    }
                    let room = data.len().min(Self::BLOCK - self.block.len());
                    self.block.extend_from_slice(&data[..room]);
                    data = &data[room..];
                }
            }

            /// Ends the data and gives the hash.
            pub fn finish(mut self) -> Vec<u8> {
                self.count += self.block.len() as $double;
                self.block.resize(Self::BLOCK, 0);
                self.compress(true);
                let bytes = self.state.iter().flat_map(|word| word.to_le_bytes());
                bytes.take(self.digest_size).collect()
            }

            fn compress(&mut self, last: bool) {
                let message: Vec<$word> = self
                    .block
                    .chunks(size_of::<$word>())
                    .map(Self::word)
                    .collect();
                let mut v = [0; 16];
                v[..8].copy_from_slice(&self.state);
                v[8..].copy_from_slice(&Self::INITIAL);
                v[12] ^= self.count as $word;
                v[13] ^= (self.count >> <$word>::BITS) as $word;
                if last {
                    v[14] = !v[14];
                    if self.last_node {
                        v[15] = !v[15];
                    }
                }
                const TURNS: [u32; 4] = $turns;
                for round in 0..$rounds {
                    let order = &SIGMA[round % 10];
                    for step in 0..8 {
                        let (column, diagonal) = (step % 4, step / 4);
                        let [a, b, c, d] =
                            [0, 1, 2, 3].map(|row| 4 * row + (column + diagonal * row) % 4);
                        let x = message[usize::from(order[2 * step])];
                        let y = message[usize::from(order[2 * step + 1])];
                        v[a] = v[a].wrapping_add(v[b]).wrapping_add(x);
                        v[d] = (v[d] ^ v[a]).rotate_right(TURNS[0]);
                        v[c] = v[c].wrapping_add(v[d]);
                        v[b] = (v[b] ^ v[c]).rotate_right(TURNS[1]);
                        v[a] = v[a].wrapping_add(v[b]).wrapping_add(y);
                        v[d] = (v[d] ^ v[a]).rotate_right(TURNS[2]);
                        v[c] = v[c].wrapping_add(v[d]);
                        v[b] = (v[b] ^ v[c]).rotate_right(TURNS[3]);
                    }
                }
                for (place, word) in self.state.iter_mut().enumerate() {
                    *word ^= v[place] ^ v[place + 8];
                }
            }
        }
    };
}

blake2!(
    Blake2b,
    u64,
    u128,
    12,
    [32, 24, 16, 63],
    [
        0x6a09_e667_f3bc_c908,
        0xbb67_ae85_84ca_a73b,
        0x3c6e_f372_fe94_f82b,
        0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1,
        0x9b05_688c_2b3e_6c1f,
        0x1f83_d9ab_fb41_bd6b,
        0x5be0_cd19_137e_2179,
    ],
    8,
    "BLAKE2b."
);
blake2!(
    Blake2s,
    u32,
    u64,
    10,
    [16, 12, 8, 7],
    [
        0x6a09_e667,
        0xbb67_ae85,
        0x3c6e_f372,
        0xa54f_f53a,
        0x510e_527f,
        0x9b05_688c,
        0x1f83_d9ab,
        0x5be0_cd19,
    ],
    6,
    "BLAKE2s."
);
