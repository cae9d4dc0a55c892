//! A hash in progress, of any kind, and what is made of hashes: HMAC and the keys derived from passwords.

use super::blake2::{Blake2b, Blake2s, Parameters};
use super::sponge::Sponge;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};

/// A hash in progress.
#[derive(Clone)]
pub enum Hasher {
    Md5(Md5),
    Sha1(Sha1),
    /// Both after each other.
    Md5Sha1(Md5, Sha1),
    Sha224(Sha224),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
    Sha512For224(Sha512_224),
    Sha512For256(Sha512_256),
    /// SHA-3 with the size of its digest.
    Sha3(Sponge, usize),
    Shake(Sponge),
    Blake2b(Blake2b),
    Blake2s(Blake2s),
}

/// The names of all kinds that need no parameters.
pub const NAMES: &[&str] = &[
    "md5",
    "sha1",
    "md5-sha1",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "sha512_224",
    "sha512_256",
    "sha3_224",
    "sha3_256",
    "sha3_384",
    "sha3_512",
    "shake_128",
    "shake_256",
    "blake2b",
    "blake2s",
];

impl Hasher {
    /// A hash of the kind that a name means.
    pub fn named(name: &str) -> Option<Hasher> {
        let blake = |digest_size| Parameters {
            digest_size,
            fanout: 1,
            depth: 1,
            ..Parameters::default()
        };
        let sha3 = |bits: usize| Hasher::Sha3(Sponge::new(200 - bits / 4, 6), bits / 8);
        Some(match name {
            "md5" => Hasher::Md5(Md5::new()),
            "sha1" => Hasher::Sha1(Sha1::new()),
            "md5-sha1" => Hasher::Md5Sha1(Md5::new(), Sha1::new()),
            "sha224" => Hasher::Sha224(Sha224::new()),
            "sha256" => Hasher::Sha256(Sha256::new()),
            "sha384" => Hasher::Sha384(Sha384::new()),
            "sha512" => Hasher::Sha512(Sha512::new()),
            "sha512_224" => Hasher::Sha512For224(Sha512_224::new()),
            "sha512_256" => Hasher::Sha512For256(Sha512_256::new()),
            "sha3_224" => sha3(224),
            "sha3_256" => sha3(256),
            "sha3_384" => sha3(384),
            "sha3_512" => sha3(512),
            "shake_128" => Hasher::Shake(Sponge::new(168, 0x1f)),
            "shake_256" => Hasher::Shake(Sponge::new(136, 0x1f)),
            "blake2b" => Hasher::Blake2b(Blake2b::new(&blake(64))),
            "blake2s" => Hasher::Blake2s(Blake2s::new(&blake(32))),
            _ => return None,
        })
    }

    /// The name of its kind.
    pub fn name(&self) -> String {
        let name = match self {
            Hasher::Md5(_) => "md5",
            Hasher::Sha1(_) => "sha1",
            Hasher::Md5Sha1(..) => "md5-sha1",
            Hasher::Sha224(_) => "sha224",
            Hasher::Sha256(_) => "sha256",
            Hasher::Sha384(_) => "sha384",
            Hasher::Sha512(_) => "sha512",
            Hasher::Sha512For224(_) => "sha512_224",
            Hasher::Sha512For256(_) => "sha512_256",
            Hasher::Sha3(_, size) => return format!("sha3_{}", 8 * size),
            Hasher::Shake(sponge) if sponge.rate() == 168 => "shake_128",
            Hasher::Shake(_) => "shake_256",
            Hasher::Blake2b(_) => "blake2b",
            Hasher::Blake2s(_) => "blake2s",
        };
        name.to_owned()
    }

    /// How many bytes it gives; 0: as many as one asks for.
    pub fn digest_size(&self) -> usize {
        match self {
            Hasher::Md5(_) => 16,
            Hasher::Sha1(_) => 20,
            Hasher::Md5Sha1(..) => 36,
            Hasher::Sha224(_) | Hasher::Sha512For224(_) => 28,
            Hasher::Sha256(_) | Hasher::Sha512For256(_) => 32,
            Hasher::Sha384(_) => 48,
            Hasher::Sha512(_) => 64,
            Hasher::Sha3(_, size) => *size,
            Hasher::Shake(_) => 0,
            Hasher::Blake2b(hash) => hash.digest_size(),
            Hasher::Blake2s(hash) => hash.digest_size(),
        }
    }

    /// How many bytes it takes at a time.
    pub fn block_size(&self) -> usize {
        match self {
            Hasher::Md5(_) | Hasher::Sha1(_) | Hasher::Md5Sha1(..) => 64,
            Hasher::Sha224(_) | Hasher::Sha256(_) => 64,
            Hasher::Sha384(_) | Hasher::Sha512(_) => 128,
            Hasher::Sha512For224(_) | Hasher::Sha512For256(_) => 128,
            Hasher::Sha3(sponge, _) | Hasher::Shake(sponge) => sponge.rate(),
            Hasher::Blake2b(_) => Blake2b::BLOCK,
            Hasher::Blake2s(_) => Blake2s::BLOCK,
        }
    }

    /// Takes data.
    pub fn update(&mut self, data: &[u8]) {
        match self {
            Hasher::Md5(hash) => hash.update(data),
            Hasher::Sha1(hash) => hash.update(data),
            Hasher::Md5Sha1(first, second) => {
                first.update(data);
                second.update(data);
            }
            Hasher::Sha224(hash) => hash.update(data),
            Hasher::Sha256(hash) => hash.update(data),
            Hasher::Sha384(hash) => hash.update(data),
            Hasher::Sha512(hash) => hash.update(data),
            Hasher::Sha512For224(hash) => hash.update(data),
            Hasher::Sha512For256(hash) => hash.update(data),
            Hasher::Sha3(sponge, _) | Hasher::Shake(sponge) => sponge.update(data),
            Hasher::Blake2b(hash) => hash.update(data),
            Hasher::Blake2s(hash) => hash.update(data),
        }
    }

    /// The hash of what it took; `length` counts where one can choose.
    pub fn finish(self, length: usize) -> Vec<u8> {
        match self {
            Hasher::Md5(hash) => hash.finalize().to_vec(),
            Hasher::Sha1(hash) => hash.finalize().to_vec(),
            Hasher::Md5Sha1(first, second) => {
                let mut made = first.finalize().to_vec();
                made.extend_from_slice(&second.finalize());
                made
            }
            Hasher::Sha224(hash) => hash.finalize().to_vec(),
            Hasher::Sha256(hash) => hash.finalize().to_vec(),
            Hasher::Sha384(hash) => hash.finalize().to_vec(),
            Hasher::Sha512(hash) => hash.finalize().to_vec(),
            Hasher::Sha512For224(hash) => hash.finalize().to_vec(),
            Hasher::Sha512For256(hash) => hash.finalize().to_vec(),
            Hasher::Sha3(sponge, size) => sponge.finish(size),
            Hasher::Shake(sponge) => sponge.finish(length),
            Hasher::Blake2b(hash) => hash.finish(),
            Hasher::Blake2s(hash) => hash.finish(),
        }
    }
}

/// HMAC: a hash with a key.
#[derive(Clone)]
pub struct Hmac {
    inner: Hasher,
    outer: Hasher,
}

impl Hmac {
    /// The hash `empty`, which took nothing yet, with a key.
    pub fn new(empty: &Hasher, key: &[u8]) -> Hmac {
        let mut key = key.to_vec();
        if key.len() > empty.block_size() {
            let mut hash = empty.clone();
            hash.update(&key);
            key = hash.finish(0);
        }
        key.resize(empty.block_size(), 0);
        let begun = |mask: u8| {
            let mut hash = empty.clone();
            hash.update(&key.iter().map(|byte| byte ^ mask).collect::<Vec<u8>>());
            hash
        };
        Hmac {
            inner: begun(0x36),
            outer: begun(0x5c),
        }
    }

    /// Takes data.
    pub fn update(&mut self, data: &[u8]) {
        self.inner.update(data);
    }

    /// The hash of what it took.
    pub fn finish(mut self) -> Vec<u8> {
        self.outer.update(&self.inner.finish(0));
        self.outer.finish(0)
    }

    fn of(&self, data: &[u8]) -> Vec<u8> {
        let mut own = self.clone();
        own.update(data);
        own.finish()
    }
}

/// PBKDF2: `length` bytes from a password that `mac` has as its key. `go_on` is asked now and then.
pub fn derive<E>(
    mac: &Hmac,
    salt: &[u8],
    rounds: u64,
    length: usize,
    go_on: impl Fn() -> Result<(), E>,
) -> Result<Vec<u8>, E> {
    let (mut made, mut block) = (Vec::new(), 1u32);
    while made.len() < length {
        let mut last = mac.of(&[salt, &block.to_be_bytes()].concat());
        let mut sum = last.clone();
        for round in 1..rounds {
            last = mac.of(&last);
            sum.iter_mut()
                .zip(&last)
                .for_each(|(sum, byte)| *sum ^= byte);
            if round % 4096 == 0 {
                go_on()?;
            }
        }
        made.extend_from_slice(&sum);
        block += 1;
        go_on()?;
    }
    made.truncate(length);
    Ok(made)
}

/// scrypt: the memory-hard part, on blocks of `128 * r` bytes.
pub fn scrypt_mix(block: &mut [u8], n: usize, r: usize) {
    let words = |bytes: &[u8]| -> Vec<u32> {
        let word = |word: &[u8]| u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
        bytes.chunks_exact(4).map(word).collect()
    };
    let mut x = words(block);
    let mut kept = Vec::with_capacity(n);
    for _ in 0..n {
        kept.push(x.clone());
        x = shuffle(&x, r);
    }
    for _ in 0..n {
        let place = x[(2 * r - 1) * 16] as usize % n;
        x.iter_mut()
            .zip(&kept[place])
            .for_each(|(own, other)| *own ^= other);
        x = shuffle(&x, r);
    }
    for (bytes, word) in block.chunks_exact_mut(4).zip(x) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
}

fn shuffle(x: &[u32], r: usize) -> Vec<u32> {
    let mut made = vec![0; x.len()];
    let mut last = [0; 16];
    last.copy_from_slice(&x[(2 * r - 1) * 16..]);
    for (at, block) in x.chunks_exact(16).enumerate() {
        last.iter_mut()
            .zip(block)
            .for_each(|(own, other)| *own ^= other);
        salsa(&mut last);
        let place = (at / 2 + at % 2 * r) * 16;
        made[place..place + 16].copy_from_slice(&last);
    }
    made
}

/// Salsa20/8.
fn salsa(block: &mut [u32; 16]) {
    let mut x = *block;
    for _ in 0..4 {
        for step in 0..8 {
            // Four columns, then four rows, each beginning on the diagonal.
            let at = |turn: usize| match step {
                0..4 => (step * 5 + turn * 4) % 16,
                _ => (step - 4) * 4 + (step - 4 + turn) % 4,
            };
            for (turn, bits) in [(1, 7), (2, 9), (3, 13), (4, 18)] {
                let sum = x[at((turn + 3) % 4)].wrapping_add(x[at((turn + 2) % 4)]);
                x[at(turn % 4)] ^= sum.rotate_left(bits);
            }
        }
    }
    block
        .iter_mut()
        .zip(x)
        .for_each(|(own, more)| *own = own.wrapping_add(more));
}
