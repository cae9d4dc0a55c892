//! Where the items of a memory view lie: how many there are along each dimension, and how far apart.

use crate::interp::{Res, Vm};
use crate::objects::number::Integer;
use crate::objects::sequence;
use crate::objects::slice::Bounds;
use crate::objects::value::Value;
use num_traits::{Signed, ToPrimitive, Zero};
use smallvec::{SmallVec, smallvec};

/// The most dimensions that a view may have.
const MAX_DIMENSIONS: usize = 64;

/// One dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// How many items there are along it.
    pub count: usize,
    /// How far apart they are, in bytes.
    pub stride: isize,
}

/// Where the items lie.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Where the first item begins, in bytes.
    start: usize,
    dimensions: SmallVec<[Dimension; 1]>,
}

impl Shape {
    /// `count` items of `size` bytes in a row.
    pub fn row(start: usize, count: usize, size: usize) -> Shape {
        let stride = size as isize;
        Shape {
            start,
            dimensions: smallvec![Dimension { count, stride }],
        }
    }

    /// Items of `size` bytes without gaps, so many along each dimension.
    fn grid(start: usize, counts: &[usize], size: usize) -> Shape {
        let mut stride = size as isize;
        let mut dimensions: SmallVec<[Dimension; 1]> = SmallVec::new();
        for &count in counts.iter().rev() {
            dimensions.push(Dimension { count, stride });
            stride *= count as isize;
        }
        dimensions.reverse();
        Shape { start, dimensions }
    }

    /// The dimensions.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// Where the first item begins, in bytes.
    pub fn start(&self) -> usize {
        self.start
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.dimensions.iter().map(|own| own.count).product()
    }

    /// Whether both have as many items along each dimension.
    pub fn is_like(&self, other: &Shape) -> bool {
        let counts = |shape: &Shape| -> SmallVec<[usize; 4]> {
            shape.dimensions.iter().map(|own| own.count).collect()
        };
        counts(self) == counts(other)
    }

    /// Whether items of `size` bytes lie without gaps, the last dimension the fastest.
    pub fn is_in_rows(&self, size: usize) -> bool {
        match self.dimensions.as_slice() {
            // One dimension without items may well have gaps.
            [only] => only.count == 1 || only.stride == size as isize,
            all => without_gaps(all.iter().rev(), size) || self.items() == 0,
        }
    }

    /// Whether items of `size` bytes lie without gaps, the first dimension the fastest.
    pub fn is_in_columns(&self, size: usize) -> bool {
        match self.dimensions.as_slice() {
            [_] => self.is_in_rows(size),
            all => without_gaps(all.iter(), size) || self.items() == 0,
        }
    }

    /// Where each item begins, the last dimension the fastest.
    pub fn places(&self) -> Places {
        Places::new(self.start, self.dimensions.clone())
    }

    /// Where each item begins, the first dimension the fastest.
    pub fn places_in_columns(&self) -> Places {
        Places::new(self.start, self.dimensions.iter().rev().copied().collect())
    }

    /// Where the item begins that one index for each dimension names.
    pub fn place(&self, vm: &Vm, indices: &[Value]) -> Res<usize> {
        let dimensions = self.dimensions.len();
        if indices.len() < dimensions {
            let message = "sub-views are not implemented";
            return Err(vm.raise_new(&vm.types.not_implemented_error, message));
        }
        if indices.len() > dimensions {
            return Err(vm.type_error(&format!(
                "cannot index {dimensions}-dimension view with {}-element tuple",
                indices.len()
            )));
        }
        let mut place = self.start;
        for (number, (index, own)) in indices.iter().zip(&self.dimensions).enumerate() {
            let at = sequence::position(vm, index, || own.count)?.flatten();
            let Some(at) = at else {
                let number = number + 1;
                return Err(vm.index_error(&format!("index out of bounds on dimension {number}")));
            };
            place = place.wrapping_add_signed(own.stride * at as isize);
        }
        Ok(place)
    }

    /// A part along the first dimension.
    pub fn sliced(&self, bounds: &Bounds) -> Shape {
        let mut part = self.clone();
        if let Some(first) = part.dimensions.first_mut() {
            let offset = first.stride.wrapping_mul(bounds.start as isize);
            part.start = part.start.wrapping_add_signed(offset);
            first.stride = first.stride.wrapping_mul(bounds.step as isize);
            first.count = bounds.count;
        }
        part
    }

    /// What lies behind one item of the first dimension.
    pub fn behind(&self, at: usize) -> Option<Shape> {
        let (first, rest) = self.dimensions.split_first()?;
        Some(Shape {
            start: self.start.wrapping_add_signed(first.stride * at as isize),
            dimensions: rest.into(),
        })
    }

    /// The same bytes, which lie in rows, as items of another size, in a row.
    pub fn recast(&self, vm: &Vm, bytes: usize, size: usize) -> Res<Shape> {
        if !bytes.is_multiple_of(size) {
            return Err(vm.type_error("memoryview: length is not a multiple of itemsize"));
        }
        Ok(Shape::row(self.start, bytes / size, size))
    }

    /// The same items of `size` bytes, which lie in a row, in several dimensions.
    pub fn folded(&self, vm: &Vm, counts: &[Value], size: usize) -> Res<Shape> {
        let mut product = size;
        let mut known: SmallVec<[usize; 4]> = SmallVec::new();
        for count in counts {
            let count = dimension(vm, count)?;
            if count > isize::MAX as usize / product {
                return Err(vm.value_error("memoryview.cast(): product(shape) > SSIZE_MAX"));
            }
            product *= count;
            known.push(count);
        }
        if product != self.items() * size {
            let message = "memoryview: product(shape) * itemsize != buffer size";
            return Err(vm.type_error(message));
        }
        Ok(Shape::grid(self.start, &known, size))
    }
}

/// The elements of a shape that a script gives.
pub fn elements(vm: &Vm, shape: &Value, dimensions: usize) -> Res<Vec<Value>> {
    let elements = match vm.unwrapped(shape) {
        Value::List(list) => list.to_vec(),
        Value::Tuple(tuple) => tuple.items().to_vec(),
        _ => return Err(vm.type_error("shape must be a list or a tuple")),
    };
    if elements.len() > MAX_DIMENSIONS {
        return Err(vm.value_error("memoryview: number of dimensions must not exceed 64"));
    }
    if dimensions != 1 && elements.len() != 1 {
        let message = "memoryview: cast must be 1D -> ND or ND -> 1D";
        return Err(vm.type_error(message));
    }
    Ok(elements)
}

/// An element of a shape.
fn dimension(vm: &Vm, value: &Value) -> Res<usize> {
    let plain = vm.unwrapped(value);
    let Some(number) = Integer::of(&plain) else {
        let message = "memoryview.cast(): elements of shape must be integers";
        return Err(vm.type_error(message));
    };
    let number = number.to_big();
    let Some(count) = number.to_i64() else {
        let message = "Python int too large to convert to C ssize_t";
        return Err(vm.overflow_error(message));
    };
    if number.is_zero() || number.is_negative() {
        let message = "memoryview.cast(): elements of shape must be integers > 0";
        return Err(vm.value_error(message));
    }
    Ok(count as usize)
}

/// Whether dimensions, the fastest first, leave no gaps between items of `size` bytes.
fn without_gaps<'a>(dimensions: impl Iterator<Item = &'a Dimension>, size: usize) -> bool {
    let mut stride = size as isize;
    for own in dimensions {
        if own.count > 1 && own.stride != stride {
            return false;
        }
        stride *= own.count as isize;
    }
    true
}

/// Where items begin, one by one.
pub struct Places {
    next: usize,
    left: usize,
    /// Each dimension, and how far the walk along it is.
    walk: SmallVec<[(Dimension, usize); 1]>,
}

impl Places {
    fn new(start: usize, dimensions: SmallVec<[Dimension; 1]>) -> Places {
        Places {
            next: start,
            left: dimensions.iter().map(|own| own.count).product(),
            walk: dimensions.into_iter().map(|own| (own, 0)).collect(),
        }
    }
}

impl Iterator for Places {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let place = self.next;
        for (own, at) in self.walk.iter_mut().rev() {
            *at += 1;
            self.next = self.next.wrapping_add_signed(own.stride);
            if *at < own.count {
                break;
            }
            self.next = self
                .next
                .wrapping_add_signed(-own.stride * own.count as isize);
            *at = 0;
        }
        Some(place)
    }
}
