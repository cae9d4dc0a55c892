//! The binary's allocator. Small blocks come from mimalloc, which is fast at the many that come and go; large ones are
//! growing vectors, which the system moves without copying and gives back when they are dropped. A block larger than all
//! memory is refused, since it would be granted and the process be killed while filling it: whoever asked raises
//! `MemoryError`.

#![allow(unsafe_code)]

use libmimalloc_sys::{mi_malloc, mi_zalloc};
use mimalloc::MiMalloc;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::OnceLock;

/// Mimalloc and the system's allocator, with a limit to the size of one block.
pub struct Bounded;

/// From this size on blocks come from the system.
const LARGE: usize = 128 << 10;

/// Up to this alignment every block of mimalloc's is aligned as it comes, which the long way round by
/// `mi_malloc_aligned` has to find out.
const NATURAL: usize = align_of::<usize>();

/// Blocks below this are never worth a look at the limit.
const DOUBTFUL: usize = 1 << 30;

/// The largest block where the system does not tell how much memory there is.
const UNKNOWN: usize = 1 << 38;

/// Whether a block of this size may be had.
#[inline]
fn fits(size: usize) -> bool {
    size < DOUBTFUL || size <= memory()
}

/// The memory there is, with what is swapped, in bytes: looked up at the first doubtful block.
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

// SAFETY: each block goes back to the allocator that it came from, since the two are told apart by the size in the
// layout, which the caller promises to be the block's; a refusal is the null pointer, as the trait asks.
unsafe impl GlobalAlloc for Bounded {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are handed on.
        unsafe {
            match layout.size() {
                size if size < LARGE && layout.align() <= NATURAL => mi_malloc(size).cast(),
                size if size < LARGE => MiMalloc.alloc(layout),
                size if fits(size) => System.alloc(layout),
                _ => std::ptr::null_mut(),
            }
        }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are handed on.
        unsafe {
            match layout.size() {
                size if size < LARGE && layout.align() <= NATURAL => mi_zalloc(size).cast(),
                size if size < LARGE => MiMalloc.alloc_zeroed(layout),
                size if fits(size) => System.alloc_zeroed(layout),
                _ => std::ptr::null_mut(),
            }
        }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !fits(size) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promises are handed on; a block that changes sides is copied into one of the other side.
        unsafe {
            match (layout.size() >= LARGE, size >= LARGE) {
                (false, false) => MiMalloc.realloc(block, layout, size),
                (true, true) => System.realloc(block, layout, size),
                _ => {
                    let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
                    if !moved.is_null() {
                        std::ptr::copy_nonoverlapping(block, moved, layout.size().min(size));
                        self.dealloc(block, layout);
                    }
                    moved
                }
            }
        }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block came from the allocator that its size names.
        unsafe {
            if layout.size() < LARGE {
                MiMalloc.dealloc(block, layout);
            } else {
                System.dealloc(block, layout);
            }
        }
    }
}
