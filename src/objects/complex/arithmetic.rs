//! Operators on complex numbers.

use super::Complex;
use crate::interp::{Res, Vm};
use crate::objects::value::Value;
use snakelet_grammar::ast::{BinaryOp, UnaryOp};

impl Complex {
    /// `self op other`; `None`: complex numbers have no such operator.
    pub fn binary(self, vm: &Vm, op: BinaryOp, other: Complex) -> Res<Option<Value>> {
        Ok(Some(Value::from(match op {
            BinaryOp::Add => Complex {
                real: self.real + other.real,
                imaginary: self.imaginary + other.imaginary,
            },
            BinaryOp::Sub => Complex {
                real: self.real - other.real,
                imaginary: self.imaginary - other.imaginary,
            },
            BinaryOp::Mult => self.times(other),
            BinaryOp::Div => self
                .quotient(other)
                .ok_or_else(|| vm.zero_division("complex division by zero"))?,
            BinaryOp::Pow => self.power(vm, other)?,
            BinaryOp::MatMult
            | BinaryOp::Mod
            | BinaryOp::FloorDiv
            | BinaryOp::LShift
            | BinaryOp::RShift
            | BinaryOp::BitOr
            | BinaryOp::BitXor
            | BinaryOp::BitAnd => return Ok(None),
        })))
    }

    fn times(self, other: Complex) -> Complex {
        Complex {
            real: self.real * other.real - self.imaginary * other.imaginary,
            imaginary: self.real * other.imaginary + self.imaginary * other.real,
        }
    }

    /// The quotient, scaled by the larger part of the divisor so that nothing overflows on the way; `None`: division by zero.
    fn quotient(self, other: Complex) -> Option<Complex> {
        let (real, imaginary) = (other.real.abs(), other.imaginary.abs());
        if real >= imaginary {
            if real == 0.0 {
                return None;
            }
            let ratio = other.imaginary / other.real;
            let divisor = other.real + other.imaginary * ratio;
            Some(Complex {
                real: (self.real + self.imaginary * ratio) / divisor,
                imaginary: (self.imaginary - self.real * ratio) / divisor,
            })
        } else if imaginary >= real {
            let ratio = other.real / other.imaginary;
            let divisor = other.real * ratio + other.imaginary;
            Some(Complex {
                real: (self.real * ratio + self.imaginary) / divisor,
                imaginary: (self.imaginary * ratio - self.real) / divisor,
            })
        } else {
            Some(Complex {
                real: f64::NAN,
                imaginary: f64::NAN,
            })
        }
    }

    /// `self ** other`
    pub fn power(self, vm: &Vm, other: Complex) -> Res<Complex> {
        let small =
            other.imaginary == 0.0 && other.real.floor() == other.real && other.real.abs() <= 100.0;
        let result = if small {
            self.whole_power(other.real as i64)
        } else {
            self.general_power(other)
        };
        match result {
            None => Err(vm.zero_division("0.0 to a negative or complex power")),
            Some(Complex { real, imaginary }) if real.is_infinite() || imaginary.is_infinite() => {
                Err(vm.overflow_error("complex exponentiation"))
            }
            Some(result) => Ok(result),
        }
    }

    fn whole_power(self, exponent: i64) -> Option<Complex> {
        let mut rest = exponent.unsigned_abs();
        let mut square = self;
        let mut result = Complex::from(1.0);
        while rest > 0 {
            if rest & 1 == 1 {
                result = result.times(square);
            }
            rest >>= 1;
            square = square.times(square);
        }
        if exponent > 0 {
            Some(result)
        } else {
            Complex::from(1.0).quotient(result)
        }
    }

    fn general_power(self, other: Complex) -> Option<Complex> {
        if other.real == 0.0 && other.imaginary == 0.0 {
            return Some(Complex::from(1.0));
        }
        if self.real == 0.0 && self.imaginary == 0.0 {
            let undefined = other.imaginary != 0.0 || other.real < 0.0;
            return (!undefined).then_some(Complex::from(0.0));
        }
        let size = self.real.hypot(self.imaginary);
        let angle = self.imaginary.atan2(self.real);
        let mut length = size.powf(other.real);
        let mut phase = angle * other.real;
        if other.imaginary != 0.0 {
            length /= (angle * other.imaginary).exp();
            phase += other.imaginary * size.ln();
        }
        if phase.is_infinite() {
            // The reference takes the failure of its sine for a division by zero.
            return None;
        }
        Some(Complex {
            real: length * phase.cos(),
            imaginary: length * phase.sin(),
        })
    }

    /// `op self`; `None`: complex numbers have no such operator.
    pub fn unary(self, op: UnaryOp) -> Option<Value> {
        match op {
            UnaryOp::UAdd => Some(Value::from(self)),
            UnaryOp::USub => Some(Value::from(Complex {
                real: -self.real,
                imaginary: -self.imaginary,
            })),
            UnaryOp::Not => Some(Value::bool(self.is_zero())),
            UnaryOp::Invert => None,
        }
    }

    /// Whether both parts are 0.
    pub fn is_zero(self) -> bool {
        self.real == 0.0 && self.imaginary == 0.0
    }

    /// `abs(self)`
    pub fn absolute(self, vm: &Vm) -> Res<f64> {
        let size = self.real.hypot(self.imaginary);
        if size.is_infinite() && self.real.is_finite() && self.imaginary.is_finite() {
            return Err(vm.overflow_error("absolute value too large"));
        }
        Ok(size)
    }
}
