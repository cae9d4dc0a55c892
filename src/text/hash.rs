//! The reference's hashes, to the number: what `hash()` prints and what orders a set.
//!
//! Numbers hash by their value modulo 2**61 - 1, so that equal numbers of different types agree; strings
//! and bytes by keyed SipHash-1-3; tuples and frozensets mix the hashes of their items. The hash -1 is
//! never given. A map's own mixing of these numbers is not here.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// The modulus of number hashes, a Mersenne prime.
pub const MODULUS: u64 = (1 << MODULUS_BITS) - 1;

const MODULUS_BITS: i32 = 61;

/// `hash(float('inf'))`; the negative one's is its negation. A NaN hashes by identity, which is the caller's.
pub const INFINITY: i64 = 314159;

/// `hash(None)`.
pub const NONE: i64 = 0xFCA8_6420;

/// `sys.hash_info.imag`: the factor of a complex number's imaginary part.
const IMAGINARY: i64 = 1_000_003;

/// The secret under which strings and bytes are hashed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key {
    first: u64,
    second: u64,
}

impl Key {
    /// The key that `PYTHONHASHSEED=seed` chooses; seed 0 gives the key of zeros.
    pub fn from_seed(seed: u32) -> Key {
        if seed == 0 {
            return Key::default();
        }
        let mut state = seed;
        let mut byte = || {
            state = state.wrapping_mul(214_013).wrapping_add(2_531_011);
            (state >> 16) as u8
        };
        let mut word = || u64::from_le_bytes(std::array::from_fn(|_| byte()));
        Key {
            first: word(),
            second: word(),
        }
    }

    fn hasher(self) -> SipHasher13 {
        SipHasher13::new_with_keys(self.first, self.second)
    }
}

/// No hash is -1.
fn settled(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// `hash(bytes)`, which is also the hash of an ASCII string.
pub fn bytes(key: Key, data: &[u8]) -> i64 {
    if data.is_empty() {
        return 0;
    }
    let mut hasher = key.hasher();
    hasher.write(data);
    settled(hasher.finish() as i64)
}

/// `hash(str)` of a WTF-8 text: over units of one, two or four bytes, as wide as the widest code point needs.
pub fn text(key: Key, text: &[u8]) -> i64 {
    // The first byte tells how wide a code point is: 0xC2 and 0xC3 begin the rest of Latin-1.
    let unit = match text.iter().max() {
        Some(0..0x80) | None => return bytes(key, text),
        Some(0x80..0xC4) => 1,
        Some(0xC4..0xF0) => 2,
        Some(_) => 4,
    };
    let mut hasher = key.hasher();
    let mut chunk = Vec::with_capacity(256);
    for code in super::wtf8::code_points(text) {
        chunk.extend_from_slice(&code.to_le_bytes()[..unit]);
        if chunk.len() == 256 {
            hasher.write(&chunk);
            chunk.clear();
        }
    }
    hasher.write(&chunk);
    settled(hasher.finish() as i64)
}

/// `hash(int)` of a small one.
pub fn int(value: i64) -> i64 {
    let reduced = (value.unsigned_abs() % MODULUS) as i64;
    settled(if value < 0 { -reduced } else { reduced })
}

/// `hash(int)` of a big one.
pub fn big_int(value: &BigInt) -> i64 {
    let reduced = (value.magnitude() % MODULUS).to_i64().unwrap_or(0);
    settled(if value.sign() == Sign::Minus {
        -reduced
    } else {
        reduced
    })
}

/// `hash(float)`; `None` for a NaN, which hashes by identity.
pub fn float(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { INFINITY } else { -INFINITY });
    }
    let (mantissa, exponent) = super::float::parts(value.abs());
    // To multiply by a power of two modulo 2**61 - 1 is to rotate by it among 61 bits.
    let turn = exponent.rem_euclid(MODULUS_BITS);
    let reduced = (mantissa << turn & MODULUS) | mantissa >> (MODULUS_BITS - turn);
    let hash = reduced as i64;
    Some(settled(if value < 0.0 { -hash } else { hash }))
}

/// `hash(complex)` from the hashes of its parts (a NaN's being the object's identity).
pub fn complex(real: i64, imaginary: i64) -> i64 {
    settled(real.wrapping_add(IMAGINARY.wrapping_mul(imaginary)))
}

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// One round of xxHash: the hash so far with one more item.
fn mixed(hash: u64, item: i64) -> u64 {
    let hash = hash.wrapping_add((item as u64).wrapping_mul(PRIME_2));
    hash.rotate_left(31).wrapping_mul(PRIME_1)
}

/// `hash(tuple)` from its items' hashes.
pub fn tuple(items: impl IntoIterator<Item = i64>) -> i64 {
    let mut hash = PRIME_5;
    let mut length = 0u64;
    for item in items {
        hash = mixed(hash, item);
        length += 1;
    }
    match hash.wrapping_add(length ^ PRIME_5 ^ 3_527_539) as i64 {
        -1 => 1_546_275_796,
        hash => hash,
    }
}

/// `hash(slice)` from the hashes of start, stop and step.
pub fn slice(members: [i64; 3]) -> i64 {
    match members.into_iter().fold(PRIME_5, mixed) as i64 {
        -1 => 1_546_275_796,
        hash => hash,
    }
}

/// `hash(frozenset)` from its items' hashes, in any order.
pub fn frozenset(items: impl IntoIterator<Item = i64>) -> i64 {
    let mut hash = 0u64;
    let mut length = 0u64;
    for item in items {
        let item = item as u64;
        hash ^= (item ^ 89_869_747 ^ item << 16).wrapping_mul(3_644_798_167);
        length += 1;
    }
    hash ^= (length + 1).wrapping_mul(1_927_868_237);
    hash ^= hash >> 11 ^ hash >> 25;
    match hash.wrapping_mul(69_069).wrapping_add(907_133_923) as i64 {
        -1 => 590_923_713,
        hash => hash,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_under_several_seeds() {
        let texts: [String; 19] = [
            "".to_string(),
            "a".to_string(),
            "ab".to_string(),
            "abc".to_string(),
            "hello world".to_string(),
            "abcdefg".to_string(),
            "abcdefgh".to_string(),
            "\u{e9}".to_string(),
            "caf\u{e9} au lait".to_string(),
            "\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}".to_string(),
            "\u{20ac}".to_string(),
            "\u{65e5}\u{672c}\u{8a9e}\u{306e}\u{30c6}\u{30ad}\u{30b9}\u{30c8}".to_string(),
            "a\u{20ac}".to_string(),
            "\u{1d11e}".to_string(),
            "a\u{1d11e}\u{e9}".to_string(),
            "x".repeat(1000),
            "\u{e9}".repeat(300),
            "\u{8a9e}".repeat(300),
            "\u{1d11e}".repeat(100),
        ];
        let rows: [(u32, [i64; 19]); 4] = [
            (
                0,
                [
                    0,
                    4644417185603328019,
                    6148830537548944441,
                    -4594863902769663758,
                    -5642461784034726774,
                    7904145750247929094,
                    4574395652268504554,
                    6047309291227476195,
                    -4368066289146273259,
                    -2129700217430894956,
                    -5529981157763016009,
                    -4003649288987862553,
                    5181483246891551849,
                    7849220833259879855,
                    6249344149230470691,
                    1965751746081988357,
                    4592405060061771372,
                    -4108689973948215371,
                    5507453041081757105,
                ],
            ),
            (
                1,
                [
                    0,
                    -3012895188637184397,
                    -5163905947448004250,
                    -4667308735975688587,
                    4697380503286254714,
                    3226643804905820176,
                    -202642195356325900,
                    8133168473585362875,
                    -5484506721365776285,
                    -5360950263664754266,
                    4443362316794630049,
                    3005827652199840335,
                    1300646809561335195,
                    1276172800721945854,
                    6545811886482749470,
                    6726838983539171191,
                    -8158655906638209263,
                    3413573814616808298,
                    -7934733988286327960,
                ],
            ),
            (
                42,
                [
                    0,
                    -123207753977932514,
                    -8834603240454725574,
                    3869580338025362921,
                    -3893157060480277979,
                    1375323160596907757,
                    -5457871895989710762,
                    5653850369683463245,
                    -7095964958919822546,
                    9107322900498779704,
                    -9193319877017669544,
                    3084090125373690880,
                    329774080364429319,
                    -2578161111791010785,
                    2723318326835117782,
                    -3532814163081449951,
                    -6881285218218457164,
                    -7644327686217584838,
                    -2263644979993389804,
                ],
            ),
            (
                4294967295,
                [
                    0,
                    -5989683813037840249,
                    8710342733626678031,
                    -6122489556238538401,
                    6208778848576073069,
                    233998310040276482,
                    3424456984880118976,
                    -5741392403324874290,
                    -3755591279107387978,
                    6233299344981918504,
                    1723250505947338019,
                    3344341552139733906,
                    -294540855805456916,
                    4006820848643232518,
                    -2175368275996266061,
                    -4977940461965940875,
                    1288713131633479166,
                    -4920365939465040999,
                    312295599583906659,
                ],
            ),
        ];
        for (seed, expected) in rows {
            let key = Key::from_seed(seed);
            assert_eq!(texts.each_ref().map(|s| text(key, s.as_bytes())), expected);
        }
    }

    #[test]
    fn numbers() {
        let ints = [
            (0, 0),
            (1, 1),
            (-1, -2),
            (-2, -2),
            (2305843009213693950, 2305843009213693950),
            (2305843009213693951, 0),
            (2305843009213693952, 1),
            (-2305843009213693951, 0),
            (-2305843009213693952, -2),
            (9223372036854775807, 3),
            (-9223372036854775808, -4),
        ];
        for (value, hash) in ints {
            assert_eq!(int(value), hash, "{value}");
            assert_eq!(big_int(&BigInt::from(value)), hash, "{value}");
        }
        let bigs = [
            ("9223372036854775808", 4),
            ("-9223372036854775808", -4),
            ("1000000000000000000000000000000", 465258685558744706),
            ("-1000000000000000000000000000000", -465258685558744706),
            (
                "1606938044258990275541962092341162602522202993782792835301383",
                131079,
            ),
            ("42535295865117307914475081855261474816", 0),
            ("42535295865117307914475081855261474817", 1),
            ("-42535295865117307914475081855261474817", -2),
        ];
        for (value, hash) in bigs {
            let value: BigInt = value.parse().expect("digits");
            assert_eq!(big_int(&value), hash, "{value}");
        }
        let floats = [
            (0.0, 0),
            (-0.0, 0),
            (1.0, 1),
            (-1.0, -2),
            (0.5, 1152921504606846976),
            (1.5, 1152921504606846977),
            (-2.0, -2),
            (3.15, 345876451382053891),
            (1e+300, 1224995262755759164),
            (-1e+300, -1224995262755759164),
            (5e-324, 16777216),
            (1e-310, 615709907932414099),
            (2.305843009213694e+18, 1),
            (8.98846567431158e+307, 140737488355328),
            (0.1, 230584300921369408),
            (123456789.125, 288230376275168533),
            (f64::INFINITY, 314159),
            (f64::NEG_INFINITY, -314159),
        ];
        for (value, hash) in floats {
            assert_eq!(float(value), Some(hash), "{value}");
        }
        assert_eq!(float(f64::NAN), None);
        let complexes = [
            (1.0, 2.0, 2000007),
            (-1.0, 0.0, -2),
            (0.5, -1.5, -2305843009214693955),
            (1e+300, 1.0, 1224995262756759167),
            (-0.0, -2.0, -2000006),
        ];
        for (real, imaginary, hash) in complexes {
            let parts = [real, imaginary].map(|part| float(part).expect("no NaN"));
            assert_eq!(complex(parts[0], parts[1]), hash, "{real} {imaginary}");
        }
    }

    #[test]
    fn containers() {
        let tuples = [
            (vec![], 5740354900026072187),
            (vec![1], -6644214454873602895),
            (vec![1, 2], -3550055125485641917),
            (vec![1, 2, 3], 529344067295497451),
            (vec![0, 0, 0, 0, 0], -1981010948988890347),
            (vec![-1, -1], 960947337673586213),
            (
                vec![
                    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
                ],
                -9217304902224717415,
            ),
        ];
        for (items, hash) in tuples {
            assert_eq!(tuple(items.iter().map(|&item: &i64| int(item))), hash);
        }
        let sets = [
            (vec![], 133146708735736),
            (vec![1], -558064481276695278),
            (vec![1, 2], -1826646154956904602),
            (vec![1, 2, 3], -272375401224217160),
            (
                vec![
                    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
                ],
                7026028923906358870,
            ),
        ];
        for (items, hash) in sets {
            assert_eq!(frozenset(items.iter().map(|&item: &i64| int(item))), hash);
        }
        let slices = [
            ([1, 2, 3], -2340833382717974474),
            ([4238894112, 4238894112, 4238894112], 4032618106351268893),
            ([0, -5, -2], 5898767735622781956),
        ];
        for (members, hash) in slices {
            assert_eq!(slice(members), hash);
        }
    }
}
