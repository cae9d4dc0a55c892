//! Integer functions: `factorial`, `comb`, `perm`, `isqrt`, `gcd`, `lcm`.

use crate::interp::{Res, Vm};
use crate::objects::native::{NativeDef, native};
use crate::objects::number::Integer;
use crate::objects::value::Value;
use num_bigint::{BigInt, BigUint};
use num_integer::{Integer as _, Roots};
use num_traits::{One, Signed, ToPrimitive, Zero};

/// The functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native("factorial", "(n, /)", "Find n!.", |vm, a| {
        factorial(vm, &a[0])
    }),
    native(
        "comb",
        "(n, k, /)",
        "How many sets of k items n items have.",
        comb,
    ),
    native(
        "perm",
        "(n, k=None, /)",
        "How many ways there are to pick k of n items one after the other.",
        perm,
    ),
    native(
        "isqrt",
        "(n, /)",
        "The greatest integer whose square is not above n.",
        |vm, a| {
            let number = vm.index(&a[0])?;
            match Integer::of(&number) {
                Some(number) if !number.is_negative() => Ok(match number {
                    Integer::Small(small) => Value::Int((small as u64).sqrt() as i64),
                    Integer::Big(big) => Value::from(big.sqrt()),
                }),
                _ => Err(vm.value_error("isqrt() argument must be nonnegative")),
            }
        },
    ),
    native("gcd", "(*integers)", "Greatest Common Divisor.", |vm, a| {
        folded(vm, &a[0], BigInt::zero(), |x, y| x.gcd(y))
    }),
    native("lcm", "(*integers)", "Least Common Multiple.", |vm, a| {
        folded(vm, &a[0], BigInt::one(), |x, y| x.lcm(y))
    }),
];

fn folded(vm: &Vm, args: &Value, start: BigInt, join: fn(&BigInt, &BigInt) -> BigInt) -> Res {
    let mut result = start;
    for value in vm.collect(args)? {
        let number = vm.index(&value)?;
        if let Some(number) = Integer::of(&number) {
            result = join(&result, &number.to_big());
        }
    }
    Ok(Value::from(result.abs()))
}

/// The product of the integers from `first` on, `count` of them, by halves so that the factors stay of a size.
fn product(vm: &Vm, first: &BigUint, count: u64) -> Res<BigUint> {
    vm.poll()?;
    if count <= 8 {
        return Ok((0..count).map(|place| first + place).product());
    }
    let half = count / 2;
    let left = product(vm, first, half)?;
    let right = product(vm, &(first + half), count - half)?;
    Ok(left * right)
}

fn factorial(vm: &Vm, value: &Value) -> Res {
    match vm.index(value)? {
        Value::Int(number) if number >= 0 => {
            if number < 21 {
                return Ok(Value::Int((1..=number).product()));
            }
            let result = product(vm, &BigUint::one(), number as u64)?;
            Ok(Value::from(BigInt::from(result)))
        }
        Value::Big(number) if number.0.is_positive() => {
            Err(vm.overflow_error("factorial() argument should not exceed 9223372036854775807"))
        }
        _ => Err(vm.value_error("factorial() not defined for negative values")),
    }
}

/// An integer argument that must not be negative.
fn natural(vm: &Vm, value: &Value, name: &str) -> Res<BigUint> {
    let number = vm.index(value)?;
    let natural = Integer::of(&number).and_then(|number| number.to_big().to_biguint());
    natural.ok_or_else(|| vm.value_error(&format!("{name} must be a non-negative integer")))
}

fn perm(vm: &Vm, a: &[Value]) -> Res {
    let Some(k) = a.get(1).filter(|k| !k.is_undef() && !k.is_none()) else {
        return factorial(vm, &a[0]);
    };
    let (n, k) = (vm.index(&a[0])?, vm.index(k)?);
    let (n, k) = (natural(vm, &n, "n")?, natural(vm, &k, "k")?);
    if n < k {
        return Ok(Value::Int(0));
    }
    let Some(count) = k.to_i64() else {
        return Err(vm.overflow_error("k must not exceed 9223372036854775807"));
    };
    let first = n - &k + 1u32;
    let result = product(vm, &first, count as u64)?;
    Ok(Value::from(BigInt::from(result)))
}

fn comb(vm: &Vm, a: &[Value]) -> Res {
    let (n, k) = (vm.index(&a[0])?, vm.index(&a[1])?);
    let (n, k) = (natural(vm, &n, "n")?, natural(vm, &k, "k")?);
    if n < k {
        return Ok(Value::Int(0));
    }
    let k = (&n - &k).min(k);
    let Some(count) = k.to_i64() else {
        return Err(vm.overflow_error("min(n - k, k) must not exceed 9223372036854775807"));
    };
    let first = n - &k + 1u32;
    let above = product(vm, &first, count as u64)?;
    let below = product(vm, &BigUint::one(), count as u64)?;
    Ok(Value::from(BigInt::from(above / below)))
}
