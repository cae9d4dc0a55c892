//! `_random`: the Mersenne twister MT19937. What is made of its numbers is `random.py`.

use super::native_class::{add_classes, add_functions, native_class};
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::number::Integer;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use num_bigint::{BigInt, BigUint, Sign};
use sha2::{Digest, Sha512};
use std::cell::RefCell;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    add_classes(vm, module, &[&TYPE]);
    add_functions(vm, module, "_random", FUNCTIONS);
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "_digest",
        "(data, /)",
        "The SHA-512 digest that a text seeds with.",
        |vm, a| {
            let data = vm.expect_buffer(&a[0])?;
            Ok(new_bytes(Sha512::digest(&data).to_vec()))
        },
    ),
    native(
        "_entropy",
        "(count, /)",
        "Bytes that nobody can foresee.",
        |vm, a| {
            let count = vm.index_size(&a[0])?.max(0) as usize;
            let mut bytes = Vec::new();
            if bytes.try_reserve_exact(count).is_err() {
                return Err(vm.memory_error());
            }
            while bytes.len() < count {
                let word = unforeseen();
                bytes.extend(word.to_le_bytes().into_iter().take(count - bytes.len()));
            }
            Ok(new_bytes(bytes))
        },
    ),
];

/// The row of `Random`.
static TYPE: TypeDef = TypeDef {
    name: "Random",
    module: "_random",
    doc: "A generator of random numbers that depends on no other.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a new object. help(type) says what it takes.",
        |_, _| {
            let generator = Generator(RefCell::new(Twister::new()));
            generator.0.borrow_mut().seed(&unforeseen_key());
            Ok(Value::from(Ref::new(generator)))
        },
    )),
    init: Some(native("__init__", "(x=None, /)", "Seed it.", |vm, a| {
        seed(vm, a)
    })),
    methods: &[
        native("seed", "(n=None, /)", "Set the state from an object.", seed),
        native(
            "random",
            "()",
            "A number from 0 to 1, 1 excluded.",
            |vm, a| Ok(Value::float(of(vm, &a[0])?.0.borrow_mut().float())),
        ),
        native(
            "getrandbits",
            "(k, /)",
            "An integer of k random bits.",
            bits,
        ),
        native(
            "getstate",
            "()",
            "All that the next numbers depend on.",
            |vm, a| {
                let generator = of(vm, &a[0])?;
                let twister = generator.0.borrow();
                let words = twister
                    .state
                    .iter()
                    .map(|word| Value::Int(i64::from(*word)));
                let index = Value::from(twister.index);
                Ok(Value::from(Tuple::new(
                    words.chain(std::iter::once(index)).collect(),
                )))
            },
        ),
        native("setstate", "(state, /)", "Restore a state.", set_state),
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

const SIZE: usize = 624;
const MIDDLE: usize = 397;

struct Twister {
    state: [u32; SIZE],
    index: usize,
}

impl Twister {
    fn new() -> Twister {
        Twister {
            state: [0; SIZE],
            index: SIZE,
        }
    }

    fn seed_word(&mut self, seed: u32) {
        self.state[0] = seed;
        for place in 1..SIZE {
            let before = self.state[place - 1];
            self.state[place] = 1_812_433_253u32
                .wrapping_mul(before ^ before >> 30)
                .wrapping_add(place as u32);
        }
        self.index = SIZE;
    }

    fn seed(&mut self, key: &[u32]) {
        self.seed_word(19_650_218);
        let (mut place, mut from) = (1, 0);
        let mixed = |state: &[u32; SIZE], place: usize, factor: u32| {
            let before = state[place - 1];
            state[place] ^ (before ^ before >> 30).wrapping_mul(factor)
        };
        for _ in 0..SIZE.max(key.len()) {
            self.state[place] = mixed(&self.state, place, 1_664_525)
                .wrapping_add(key[from])
                .wrapping_add(from as u32);
            place += 1;
            from = (from + 1) % key.len();
            if place >= SIZE {
                self.state[0] = self.state[SIZE - 1];
                place = 1;
            }
        }
        for _ in 1..SIZE {
            self.state[place] = mixed(&self.state, place, 1_566_083_941).wrapping_sub(place as u32);
            place += 1;
            if place >= SIZE {
                self.state[0] = self.state[SIZE - 1];
                place = 1;
            }
        }
        self.state[0] = 0x8000_0000;
    }

    fn turn(&mut self) {
        for place in 0..SIZE {
            let next = self.state[(place + 1) % SIZE];
            let joined = self.state[place] & 0x8000_0000 | next & 0x7fff_ffff;
            let twist = if next & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[place] = self.state[(place + MIDDLE) % SIZE] ^ joined >> 1 ^ twist;
        }
        self.index = 0;
    }

    fn word(&mut self) -> u32 {
        if self.index >= SIZE {
            self.turn();
        }
        let mut word = self.state[self.index];
        self.index += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9d2c_5680;
        word ^= word << 15 & 0xefc6_0000;
        word ^ word >> 18
    }

    fn float(&mut self) -> f64 {
        let (high, low) = (self.word() >> 5, self.word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }
}

struct Generator(RefCell<Twister>);

impl Object for Generator {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &TYPE)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<Generator>> {
    match vm.unwrapped(value).downcast::<Generator>() {
        Some(generator) => Ok(generator.clone()),
        None => Err(vm.descriptor_error("_random.Random", value)),
    }
}

fn unforeseen() -> u64 {
    RandomState::new().build_hasher().finish()
}

fn unforeseen_key() -> Vec<u32> {
    (0..8).map(|_| unforeseen() as u32).collect()
}

fn seed(vm: &Vm, a: &[Value]) -> Res {
    let generator = of(vm, &a[0])?;
    let key = match a.get(1).and_then(Value::given) {
        None | Some(Value::None) => unforeseen_key(),
        Some(value) => {
            let plain = vm.unwrapped(value);
            match Integer::of(&plain) {
                Some(number) => number.to_big().magnitude().to_u32_digits(),
                None => BigUint::from(vm.hash(value)? as u64).to_u32_digits(),
            }
        }
    };
    let key = if key.is_empty() { vec![0] } else { key };
    generator.0.borrow_mut().seed(&key);
    Ok(Value::None)
}

fn bits(vm: &Vm, a: &[Value]) -> Res {
    let generator = of(vm, &a[0])?;
    let Value::Int(count) = vm.index(&a[1])? else {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    };
    let Ok(count) = i32::try_from(count) else {
        let how = if count < 0 {
            "less than minimum"
        } else {
            "greater than maximum"
        };
        return Err(vm.overflow_error(&format!("signed integer is {how}")));
    };
    let Ok(mut count) = u32::try_from(count) else {
        return Err(vm.value_error("number of bits must be non-negative"));
    };
    let mut twister = generator.0.borrow_mut();
    if count <= 32 {
        return Ok(Value::Int(match count {
            0 => 0,
            count => i64::from(twister.word() >> (32 - count)),
        }));
    }
    let mut words = Vec::new();
    while count > 0 {
        let word = twister.word();
        words.push(if count < 32 {
            word >> (32 - count)
        } else {
            word
        });
        count = count.saturating_sub(32);
    }
    Ok(Value::from(BigInt::from_slice(Sign::Plus, &words)))
}

fn set_state(vm: &Vm, a: &[Value]) -> Res {
    let generator = of(vm, &a[0])?;
    let Value::Tuple(state) = vm.unwrapped(&a[1]) else {
        return Err(vm.type_error("state vector must be a tuple"));
    };
    if state.items().len() != SIZE + 1 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    let mut words = [0; SIZE];
    for (word, value) in words.iter_mut().zip(state.items()) {
        let number = match vm.unwrapped(value) {
            Value::Big(number) if number.0.sign() == Sign::Minus => -1,
            Value::Big(number) => number.0.iter_u32_digits().next().map_or(0, i64::from),
            Value::Int(number) => number,
            _ => return Err(vm.type_error("an integer is required")),
        };
        if number < 0 {
            return Err(vm.overflow_error("can't convert negative value to unsigned int"));
        }
        *word = number as u32;
    }
    let index = vm.index_size(&state.items()[SIZE])?;
    if !(0..=SIZE as i64).contains(&index) {
        return Err(vm.value_error("invalid state"));
    }
    *generator.0.borrow_mut() = Twister {
        state: words,
        index: index as usize,
    };
    Ok(Value::None)
}

fn new_bytes(data: Vec<u8>) -> Value {
    Value::from(Bytes::new(data))
}
