//! The error function, as the C library computes it: a rational approximation for each of four ranges, with the terms
//! added in the same order.

const NEAR_ZERO: &[f64] = &[
    0.12837916709551256,
    -0.3250421072470015,
    -0.02848174957559851,
    -0.005770270296489442,
    -2.3763016656650163e-05,
];

const NEAR_ZERO_BELOW: &[f64] = &[
    1.0,
    0.39791722395915535,
    0.0650222499887673,
    0.005081306281875766,
    0.00013249473800432164,
    -3.960228278775368e-06,
];

const NEAR_ONE: &[f64] = &[
    -0.0023621185607526594,
    0.41485611868374833,
    -0.3722078760357013,
    0.31834661990116175,
    -0.11089469428239668,
    0.035478304325618236,
    -0.002166375594868791,
];

const NEAR_ONE_BELOW: &[f64] = &[
    1.0,
    0.10642088040084423,
    0.540397917702171,
    0.07182865441419627,
    0.12617121980876164,
    0.01363708391202905,
    0.011984499846799107,
];

const MIDDLE: &[f64] = &[
    -0.009864944034847148,
    -0.6938585727071818,
    -10.558626225323291,
    -62.375332450326006,
    -162.39666946257347,
    -184.60509290671104,
    -81.2874355063066,
    -9.814329344169145,
];

const MIDDLE_BELOW: &[f64] = &[
    1.0,
    19.651271667439257,
    137.65775414351904,
    434.56587747522923,
    645.3872717332679,
    429.00814002756783,
    108.63500554177944,
    6.570249770319282,
    -0.0604244152148581,
];

const FAR: &[f64] = &[
    -0.0098649429247001,
    -0.799283237680523,
    -17.757954917754752,
    -160.63638485582192,
    -637.5664433683896,
    -1025.0951316110772,
    -483.5191916086514,
];

const FAR_BELOW: &[f64] = &[
    1.0,
    30.33806074348246,
    325.7925129965739,
    1536.729586084437,
    3199.8582195085955,
    2553.0504064331644,
    474.52854120695537,
    -22.44095244658582,
];

/// What lies between 1 and the constant term near zero: 2/sqrt(pi) - 1.
const SLOPE: f64 = 0.128_379_167_095_512_6;

/// About erf(1), with few bits.
const AT_ONE: f64 = 0.8450629115104675;

/// The value of a polynomial: pairs of terms first, then their sum.
fn polynomial(terms: &[f64], x: f64) -> f64 {
    let second = x * x;
    let fourth = second * second;
    let powers = [1.0, second, fourth, fourth * second, fourth * fourth];
    let pairs = terms.chunks(2).map(|pair| match pair {
        [first, next] => first + x * next,
        _ => pair[0],
    });
    let mut sum = 0.0;
    for (place, (pair, power)) in pairs.zip(powers).enumerate() {
        sum = if place == 0 { pair } else { sum + power * pair };
    }
    sum
}

fn near_zero(x: f64) -> f64 {
    let square = x * x;
    polynomial(NEAR_ZERO, square) / polynomial(NEAR_ZERO_BELOW, square)
}

fn near_one(size: f64) -> f64 {
    let apart = size - 1.0;
    polynomial(NEAR_ONE, apart) / polynomial(NEAR_ONE_BELOW, apart)
}

/// `erfc(size)` from 1.25 on.
fn tail(size: f64) -> f64 {
    let inverse = 1.0 / (size * size);
    let quotient = if size < 1.0 / 0.35 {
        polynomial(MIDDLE, inverse) / polynomial(MIDDLE_BELOW, inverse)
    } else {
        polynomial(FAR, inverse) / polynomial(FAR_BELOW, inverse)
    };
    let high = f64::from_bits(size.to_bits() & !0xffff_ffff);
    let first = (-high * high - 0.5625).exp();
    first * ((high - size) * (high + size) + quotient).exp() / size
}

/// The error function.
pub fn erf(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() {
        return x;
    }
    if size < 0.84375 {
        if size < 3.725290298461914e-9 {
            if size < 2.848094538889218e-306 {
                return 0.0625 * (16.0 * x + (16.0 * SLOPE) * x);
            }
            return x + SLOPE * x;
        }
        return x + x * near_zero(x);
    }
    let result = if size < 1.25 {
        AT_ONE + near_one(size)
    } else if size < 6.0 {
        1.0 - tail(size)
    } else {
        1.0
    };
    result.copysign(x)
}

/// What the error function lacks to 1.
pub fn erfc(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() {
        return x;
    }
    if size < 0.84375 {
        if size < 1.3877787807814457e-17 {
            return 1.0 - x;
        }
        let part = near_zero(x);
        return if x < 0.25 {
            1.0 - (x + x * part)
        } else {
            0.5 - (x * part + (x - 0.5))
        };
    }
    if size < 1.25 {
        let part = near_one(size);
        return if x >= 0.0 {
            1.0 - AT_ONE - part
        } else {
            1.0 + (AT_ONE + part)
        };
    }
    if x < -6.0 {
        return 2.0;
    }
    if x >= 28.0 {
        return 0.0;
    }
    if x > 0.0 { tail(x) } else { 2.0 - tail(size) }
}
