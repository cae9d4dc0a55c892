//! The binary's allocator: mimalloc, which is fast at the many small blocks that come and go, with one refusal added.
//! Mimalloc takes address space without asking whether there is memory behind it, so that a block of any size would be
//! granted and the process be killed while filling it. A block larger than all memory is refused here, and whoever asked
//! raises `MemoryError`.

#![allow(unsafe_code)]

use mimalloc::MiMalloc;
use std::alloc::{GlobalAlloc, Layout};
use std::sync::OnceLock;

/// Mimalloc with a limit to the size of one block.
pub struct Bounded;

/// Blocks below this are never worth a look at the limit.
const LARGE: usize = 1 << 30;

/// The largest block where the system does not tell how much memory there is.
const UNKNOWN: usize = 1 << 38;

/// Whether a block of this size may be had.
fn fits(size: usize) -> bool {
    size < LARGE || size <= memory()
}

/// The memory there is, with what is swapped, in bytes: looked up at the first large block.
fn memory() -> usize {
    static MEMORY: OnceLock<usize> = OnceLock::new();
    *MEMORY.get_or_init(|| {
        let told = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
        let kibibytes: usize = told
            .lines()
            .filter(|line| line.starts_with("MemTotal:") || line.starts_with("SwapTotal:"))
            .filter_map(|line| line.split_whitespace().nth(1)?.parse::<usize>().ok())
            .sum();
        if kibibytes == 0 {
            UNKNOWN
        } else {
            kibibytes.saturating_mul(1024)
        }
    })
}

// SAFETY: every block comes from mimalloc, unchanged, and goes back to it; a refusal is the null pointer, as the trait asks.
unsafe impl GlobalAlloc for Bounded {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !fits(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promises are handed on.
        unsafe { MiMalloc.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !fits(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promises are handed on.
        unsafe { MiMalloc.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !fits(size) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promises are handed on.
        unsafe { MiMalloc.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block came from mimalloc.
        unsafe { MiMalloc.dealloc(block, layout) }
    }
}
