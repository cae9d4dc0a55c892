//! The counted pointer: memory that frees itself when the last owner goes, at the moment the reference would free it.
//! One of the few modules with `unsafe`. What a block holds is the other modules' business; the list of those that can
//! be part of a cycle is `heap.rs`, finding cycles `collector.rs`, pointing weakly to a block `weak.rs`.
//!
//! Invariants, which every `unsafe` block below relies on:
//! 1. A `Ref` or `ObjectRef` points to a live block made by `Ref::new`, and owns one of its counts.
//! 2. Counts are not atomic and pointers are not `Send`: a block is touched by one thread at a time.
//! 3. A block's header names the functions of the block's true type.
//! 4. The body is only ever lent out shared, except by `get_mut`, which demands the only count.

#![allow(unsafe_code)]

use super::heap::{self, Heap};
use super::object::Object;
use super::value::Value;
use super::weak;
use std::any::TypeId;
use std::cell::{Cell, RefCell, UnsafeCell};
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;
use std::rc::Rc;

/// How many nested drops run before the rest is queued: each uses native stack.
const DROP_DEPTH: u32 = 100;

const FINALIZED: u32 = 1 << 31;
const WEAKLY_REFERENCED: u32 = 1 << 30;
const INDEX: u32 = WEAKLY_REFERENCED - 1;

/// How far above its address a block's identity lies. The allocator begins low, and what shows an address would be a digit
/// shorter than in the reference, whose objects lie near the top of the space of addresses; so each has twelve digits.
const HIGH: usize = 0x7D00_0000_0000;

/// What every block starts with.
pub struct Header {
    count: Cell<u32>,
    /// Two flags, and the block's index in the list of tracked blocks plus one (0: not tracked).
    marks: Cell<u32>,
    table: &'static Table,
}

impl Header {
    /// The place in the list of tracked blocks, counted from 1; 0: not tracked.
    #[inline(always)]
    pub fn place(&self) -> usize {
        (self.marks.get() & INDEX) as usize
    }

    /// Notes the place in the list of tracked blocks. A block beyond a thousand million is as good as not tracked.
    #[inline(always)]
    pub fn set_place(&self, place: usize) {
        let index = if place > INDEX as usize {
            0
        } else {
            place as u32
        };
        self.marks.set(self.marks.get() & !INDEX | index);
    }

    /// Notes whether anybody points weakly to the block.
    pub fn set_watched(&self, is_watched: bool) {
        let marks = self.marks.get() & !WEAKLY_REFERENCED;
        let flag = if is_watched { WEAKLY_REFERENCED } else { 0 };
        self.marks.set(marks | flag);
    }
}

/// The functions of a block's true type.
struct Table {
    type_id: TypeId,
    as_object: unsafe fn(NonNull<Header>) -> *const dyn Object,
    wrap: unsafe fn(NonNull<Header>) -> Value,
    release: unsafe fn(NonNull<Header>),
}

#[repr(C)]
struct Block<T> {
    header: Header,
    body: T,
}

trait HasTable: Object + Sized {
    const TABLE: Table = Table {
        type_id: TypeId::of::<Self>(),
        as_object: as_object::<Self>,
        wrap: wrap::<Self>,
        release: release::<Self>,
    };
}

impl<T: Object> HasTable for T {}

/// A counted pointer to an object of a known type.
pub struct Ref<T: Object>(NonNull<Block<T>>, PhantomData<Block<T>>);

/// A counted pointer to an object of any type; one word wide.
pub struct ObjectRef(NonNull<Header>, PhantomData<Header>);

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static QUEUED: RefCell<Vec<NonNull<Header>>> = const { RefCell::new(Vec::new()) };
}

impl<T: Object> Ref<T> {
    /// Moves `body` into a counted block of its own.
    pub fn new(body: T) -> Ref<T> {
        let header = Header {
            count: Cell::new(1),
            marks: Cell::new(0),
            table: &T::TABLE,
        };
        let block = NonNull::from(Box::leak(Box::new(Block { header, body })));
        if T::is_tracked() {
            heap::track(block.cast());
        }
        Ref(block, PhantomData)
    }

    fn header(&self) -> &Header {
        // SAFETY: invariant 1.
        unsafe { &self.0.as_ref().header }
    }

    /// Whether both point to the same block.
    #[inline]
    pub fn same(&self, other: &Ref<T>) -> bool {
        self.0 == other.0
    }

    /// The block's identity as long as it lives: its address, moved by `HIGH`.
    #[inline]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize + HIGH
    }

    /// How many owners the block has.
    #[inline]
    pub fn count(&self) -> u32 {
        self.header().count.get()
    }

    /// The body for changing, if this is its only owner.
    #[inline]
    pub fn get_mut(&mut self) -> Option<&mut T> {
        if self.count() != 1 || self.header().marks.get() & WEAKLY_REFERENCED != 0 {
            return None;
        }
        // SAFETY: invariant 1, and there is one owner, which is borrowed exclusively for the result's life.
        unsafe { Some(&mut self.0.as_mut().body) }
    }

    /// The same pointer without its type.
    #[inline]
    pub fn erase(self) -> ObjectRef {
        let erased = ObjectRef(self.0.cast(), PhantomData);
        std::mem::forget(self);
        erased
    }
}

impl<T: Object> Deref for Ref<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: invariants 1 and 4.
        unsafe { &self.0.as_ref().body }
    }
}

impl<T: Object> Clone for Ref<T> {
    #[inline(always)]
    fn clone(&self) -> Ref<T> {
        retain(self.header());
        Ref(self.0, PhantomData)
    }
}

impl<T: Object> Drop for Ref<T> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: invariant 1; this owner's count is given up here and nowhere else.
        unsafe { give_up(self.0.cast()) }
    }
}

impl ObjectRef {
    fn header(&self) -> &Header {
        // SAFETY: invariant 1.
        unsafe { self.0.as_ref() }
    }

    /// The object behind the pointer.
    #[inline]
    pub fn object(&self) -> &dyn Object {
        // SAFETY: invariants 1, 3 and 4; the result lives no longer than this owner.
        unsafe { &*(self.header().table.as_object)(self.0) }
    }

    /// The object as a `T`, if it is one.
    #[inline]
    pub fn downcast<T: Object>(&self) -> Option<&Ref<T>> {
        if self.header().table.type_id != TypeId::of::<T>() {
            return None;
        }
        // SAFETY: the type id says that the block is a `Block<T>`; `Ref<T>` and `ObjectRef` are both one such pointer.
        unsafe { Some(&*std::ptr::from_ref(self).cast::<Ref<T>>()) }
    }

    /// Whether both point to the same block.
    #[inline]
    pub fn same(&self, other: &ObjectRef) -> bool {
        self.0 == other.0
    }

    /// The block's identity as long as it lives: its address, moved by `HIGH`.
    #[inline]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize + HIGH
    }

    /// The value that stands for this object: hot types have a variant of their own.
    pub fn into_value(self) -> Value {
        let header = self.0;
        let wrap = self.header().table.wrap;
        std::mem::forget(self);
        // SAFETY: invariant 3; the count that `self` owned goes into the value.
        unsafe { wrap(header) }
    }

    /// How many owners the block has.
    pub fn count(&self) -> u32 {
        self.header().count.get()
    }

    /// Runs the finaliser ahead of the block's end, unless it has run.
    pub fn finalize(&self) {
        let marks = &self.header().marks;
        if marks.get() & FINALIZED == 0 && self.object().wants_finalizer() {
            marks.set(marks.get() | FINALIZED);
            let value = self.clone().into_value();
            self.object().finalize(&value);
        }
    }

    /// Whether the finaliser has run.
    pub fn is_finalized(&self) -> bool {
        self.header().marks.get() & FINALIZED != 0
    }

    /// An owner of a block that is being used; nothing for one whose last owner has gone.
    ///
    /// # Safety
    /// The block has not been freed.
    pub unsafe fn of_living(block: NonNull<Header>) -> Option<ObjectRef> {
        // SAFETY: the caller's promise.
        let header = unsafe { block.as_ref() };
        if header.count.get() == 0 {
            return None;
        }
        retain(header);
        Some(ObjectRef(block, PhantomData))
    }

    /// The block itself, which may be compared and looked up, and used as long as there is an owner.
    pub fn block(&self) -> NonNull<Header> {
        self.0
    }

    /// The block's place in the list of tracked blocks, counted from 1; 0: it is not tracked.
    #[inline(always)]
    pub fn place(&self) -> usize {
        self.header().place()
    }

    /// Whether anybody points weakly to the block.
    pub fn is_watched(&self) -> bool {
        self.header().marks.get() & WEAKLY_REFERENCED != 0
    }
}

impl Clone for ObjectRef {
    #[inline(always)]
    fn clone(&self) -> ObjectRef {
        retain(self.header());
        ObjectRef(self.0, PhantomData)
    }
}

impl Drop for ObjectRef {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: invariant 1; this owner's count is given up here and nowhere else.
        unsafe { give_up(self.0) }
    }
}

/// What this thread knows of the blocks, for the next thread that touches them.
pub struct Blocks {
    heap: Option<Rc<Heap>>,
    queued: Vec<NonNull<Header>>,
}

/// Takes from this thread what it knows of the blocks: it will touch none until it takes that up again.
pub fn put_down() -> Blocks {
    Blocks {
        heap: heap::put_down(),
        queued: QUEUED.take(),
    }
}

/// Gives this thread what another one knew of the blocks.
pub fn take_up(blocks: Blocks) {
    heap::take_up(blocks.heap);
    QUEUED.set(blocks.queued);
}

/// Owners of all tracked blocks that are alive now, oldest first.
pub fn tracked() -> Vec<ObjectRef> {
    heap::current().map(Heap::all).unwrap_or_default()
}

/// How many blocks are tracked.
pub fn tracked_count() -> usize {
    heap::current().map_or(0, Heap::count)
}

#[inline(always)]
fn retain(header: &Header) {
    let count = header.count.get();
    // A script cannot own four billion references to one object: each takes 8 bytes at the least, and this is checked.
    if count == u32::MAX {
        std::process::abort();
    }
    header.count.set(count + 1);
}

/// # Safety
/// The caller owns one count of the block and does not use it again.
#[inline(always)]
unsafe fn give_up(block: NonNull<Header>) {
    // SAFETY: the block lives as long as the caller's count.
    unsafe {
        let header = block.as_ref();
        let count = header.count.get() - 1;
        header.count.set(count);
        if count == 0 {
            last_owner_gone(block);
        }
    }
}

/// # Safety
/// The block's count has just become 0.
#[cold]
#[inline(never)]
unsafe fn last_owner_gone(block: NonNull<Header>) {
    let depth = DEPTH.try_with(Cell::get).unwrap_or(0);
    if depth >= DROP_DEPTH {
        let queued = QUEUED.try_with(|queue| queue.borrow_mut().push(block));
        debug_assert!(queued.is_ok());
        return;
    }
    let _ = DEPTH.try_with(|cell| cell.set(depth + 1));
    // SAFETY: invariant 3; nobody owns the block any more.
    unsafe {
        (block.as_ref().table.release)(block);
        if depth == 0 {
            while let Ok(Some(next)) = QUEUED.try_with(|queue| queue.borrow_mut().pop()) {
                (next.as_ref().table.release)(next);
            }
        }
    }
    let _ = DEPTH.try_with(|cell| cell.set(depth));
}

/// Runs the finaliser, and frees the block unless that gave it a new owner.
///
/// # Safety
/// The block is a `Block<T>` whose count is 0.
unsafe fn release<T: Object>(block: NonNull<Header>) {
    // SAFETY: the block is alive until `drop` below, and nobody else refers to it.
    unsafe {
        let typed: NonNull<Block<T>> = block.cast();
        let header = &typed.as_ref().header;
        if header.marks.get() & FINALIZED == 0 && typed.as_ref().body.wants_finalizer() {
            header.marks.set(header.marks.get() | FINALIZED);
            header.count.set(1);
            let value = wrap::<T>(block);
            typed.as_ref().body.finalize(&value);
            std::mem::forget(value);
            header.count.set(header.count.get() - 1);
            if header.count.get() > 0 {
                return;
            }
        }
        if header.marks.get() & WEAKLY_REFERENCED != 0 {
            // Callbacks may look at the count, which is 0; none can get hold of the block.
            weak::death(block);
        }
        if T::is_tracked() {
            heap::untrack(block);
        }
        drop(Box::from_raw(typed.as_ptr()));
    }
}

/// # Safety
/// The block is a `Block<T>`.
unsafe fn as_object<T: Object>(block: NonNull<Header>) -> *const dyn Object {
    // SAFETY: the caller's promise; only an address is computed.
    unsafe { &raw const (*block.cast::<Block<T>>().as_ptr()).body }
}

/// # Safety
/// The block is a `Block<T>`, and the caller's count goes into the value.
unsafe fn wrap<T: Object>(block: NonNull<Header>) -> Value {
    T::wrap(Ref(block.cast(), PhantomData))
}

/// The block of a value that is not plain.
#[inline(always)]
fn block_of(value: &Value) -> NonNull<Header> {
    debug_assert!(!value.is_plain());
    // SAFETY: `Value` is `repr(u64)`: a tag of 8 bytes, then the payload. The payload of every kind that is not plain is a
    // `Ref` or an `ObjectRef`, which are both one pointer to a block, whose first field is its header.
    unsafe {
        std::ptr::from_ref(value)
            .cast::<NonNull<Header>>()
            .add(1)
            .read()
    }
}

/// The place of a value's block in the list of tracked blocks, counted from 1; 0: it has none.
#[inline(always)]
pub fn place_of(value: &Value) -> usize {
    if value.is_plain() {
        return 0;
    }
    // SAFETY: invariant 1.
    unsafe { block_of(value).as_ref().place() }
}

/// A second owner of what `value` holds: `Value::clone` without a branch for each kind.
#[inline(always)]
pub fn duplicate(value: &Value) -> Value {
    // SAFETY: the copy of a counted pointer owns the count that is taken first; plain values own nothing.
    unsafe {
        if !value.is_plain() {
            retain(block_of(value).as_ref());
        }
        std::ptr::read(value)
    }
}

/// Drops a value that is not plain, without a branch for each kind.
#[inline(always)]
pub fn drop_counted(value: Value) {
    let block = block_of(&value);
    std::mem::forget(value);
    // SAFETY: the count that `value` owned is given up here and nowhere else.
    unsafe { give_up(block) }
}

/// Types whose `clone` only counts: it runs no other code, so that a shared cell can be cloned in place.
///
/// # Safety
/// `clone` must not run code that could reach the cell which holds the value.
pub unsafe trait PureClone: Clone {
    /// Lets go of it; a type whose plain values need no drop says so first.
    #[inline(always)]
    fn let_go(self) {
        drop(self);
    }
}

// SAFETY: cloning increments one count.
unsafe impl<T: Object> PureClone for Ref<T> {}
// SAFETY: cloning increments one count.
unsafe impl PureClone for ObjectRef {}
// SAFETY: cloning increments at most one count.
unsafe impl PureClone for Value {
    #[inline(always)]
    fn let_go(self) {
        self.discard();
    }
}
// SAFETY: as for what it holds.
unsafe impl<T: PureClone> PureClone for Option<T> {}

/// A cell for counted things that can be read by cloning.
pub struct CloneCell<T: PureClone>(UnsafeCell<T>);

impl<T: PureClone> CloneCell<T> {
    /// A cell that holds `value`.
    pub const fn new(value: T) -> CloneCell<T> {
        CloneCell(UnsafeCell::new(value))
    }

    /// A clone of what the cell holds.
    #[inline(always)]
    pub fn get(&self) -> T {
        // SAFETY: no reference into the cell outlives a method of it, and `clone` cannot reach the cell.
        unsafe { (*self.0.get()).clone() }
    }

    /// Puts `value` in. What was there is dropped after it has left the cell.
    #[inline(always)]
    pub fn set(&self, value: T) {
        self.replace(value).let_go();
    }

    /// Puts `value` in and gives what was there.
    #[inline(always)]
    pub fn replace(&self, value: T) -> T {
        // SAFETY: no reference into the cell outlives a method of it.
        unsafe { std::mem::replace(&mut *self.0.get(), value) }
    }
}

impl<T: PureClone> CloneCell<Option<T>>
where
    Option<T>: PureClone,
{
    /// Whether it holds nothing.
    #[inline(always)]
    pub fn is_none(&self) -> bool {
        // SAFETY: no reference into the cell outlives a method of it.
        unsafe { (*self.0.get()).is_none() }
    }
}

impl CloneCell<Value> {
    /// Whether the cell holds no value.
    #[inline(always)]
    pub fn is_undef(&self) -> bool {
        // SAFETY: no reference into the cell outlives a method of it.
        unsafe { (*self.0.get()).is_undef() }
    }

    /// Whether the cell holds a suspended frame.
    #[inline(always)]
    pub fn is_coroutine(&self) -> bool {
        // SAFETY: no reference into the cell outlives a method of it.
        unsafe { matches!(*self.0.get(), Value::Coroutine(_)) }
    }
}

impl<T: PureClone + Default> CloneCell<T> {
    /// What the cell holds, leaving the default.
    #[inline(always)]
    pub fn take(&self) -> T {
        self.replace(T::default())
    }
}

impl<T: PureClone + Default> Default for CloneCell<T> {
    fn default() -> Self {
        CloneCell::new(T::default())
    }
}
