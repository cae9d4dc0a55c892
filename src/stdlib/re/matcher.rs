//! Running a program over a text. Choices wait on a stack of their own, so depth costs no native stack; whatever a choice
//! may have to take back is noted there too.

use super::charset::{Fold, belongs};
use super::program::{Choice, Item, Op, Place, Program, last_group};
use super::syntax::{Category, MAX_REPEAT};
use crate::interp::{Res, Vm};

/// No position.
pub const NOWHERE: usize = usize::MAX;

/// How many choices and notes may wait.
const MOST_WAITING: usize = 1 << 26;

/// How many steps run between two looks at the interrupt flag.
const STEPS: u32 = 1 << 16;

/// A text as characters in a row.
pub trait Units: Copy {
    /// How many there are.
    fn len(self) -> usize;
    /// The one at a place.
    fn at(self, place: usize) -> u32;
    /// Where a row of characters begins next.
    fn find(self, from: usize, end: usize, needle: &[u32]) -> Option<usize>;
}

impl Units for &[u8] {
    #[inline(always)]
    fn len(self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn at(self, place: usize) -> u32 {
        u32::from(self[place])
    }

    fn find(self, from: usize, end: usize, needle: &[u32]) -> Option<usize> {
        let mut bytes = [0u8; 32];
        let needle = &needle[..needle.len().min(32)];
        for (byte, &code) in bytes.iter_mut().zip(needle) {
            *byte = u8::try_from(code).ok()?;
        }
        let haystack = self.get(from..end)?;
        let found = match needle.len() {
            1 => memchr::memchr(bytes[0], haystack),
            length => memchr::memmem::find(haystack, &bytes[..length]),
        };
        found.map(|at| from + at)
    }
}

impl Units for &[u32] {
    #[inline(always)]
    fn len(self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn at(self, place: usize) -> u32 {
        self[place]
    }

    fn find(self, from: usize, end: usize, needle: &[u32]) -> Option<usize> {
        let haystack = self.get(from..end)?;
        let found = haystack
            .windows(needle.len())
            .position(|window| window == needle);
        found.map(|at| from + at)
    }
}

/// What waits on the stack.
enum Waiting {
    /// Go on at this instruction and position.
    Choice(usize, usize),
    /// Take a change of a slot back.
    Undo(usize, usize),
    /// Give characters back one by one: where to go on, the least and the present position.
    Fewer(usize, usize, usize),
    /// Take more characters one by one: which instruction, the position, how many are taken.
    More(usize, usize, u32),
    /// Another round of a lazy loop: which instruction, the position.
    Again(usize, usize),
}

/// What is asked of a match.
#[derive(Clone, Copy)]
pub struct Task {
    /// Where it begins, or where the search for it begins.
    pub start: usize,
    /// Where the text ends: its length.
    pub end: usize,
    /// Whether it has to reach the end.
    pub full: bool,
    /// Whether it must not be empty at the start.
    pub advance: bool,
}

/// A run of a program.
pub struct Matcher<'a, U: Units> {
    vm: &'a Vm,
    program: &'a Program,
    text: U,
    /// Positions of groups, counts of loops, fences.
    pub slots: Vec<usize>,
    waiting: Vec<Waiting>,
    steps: u32,
}

impl<'a, U: Units> Matcher<'a, U> {
    /// A matcher for a text.
    pub fn new(vm: &'a Vm, program: &'a Program, text: U) -> Matcher<'a, U> {
        Matcher {
            vm,
            program,
            text,
            slots: Vec::new(),
            waiting: Vec::new(),
            steps: 0,
        }
    }

    /// Looks for the first match at or after the start.
    pub fn search(&mut self, mut task: Task) -> Res<bool> {
        let program = self.program;
        if program.anchored {
            return self.run(task);
        }
        if !program.prefix.is_empty() {
            let needle = &program.prefix[..program.prefix.len().min(32)];
            while let Some(found) = self.text.find(task.start, task.end, needle) {
                task.start = found;
                if self.run(task)? {
                    return Ok(true);
                }
                task.start += 1;
                task.advance = false;
            }
            return Ok(false);
        }
        loop {
            if let Some(first) = &program.first {
                let mut at = task.start;
                while at < task.end {
                    let code = self.text.at(at);
                    if code >= 256 || first[code as usize] {
                        break;
                    }
                    at += 1;
                }
                if at >= task.end {
                    return Ok(false);
                }
                task.advance &= at == task.start;
                task.start = at;
            }
            if self.run(task)? {
                return Ok(true);
            }
            if task.start >= task.end {
                return Ok(false);
            }
            task.start += 1;
            task.advance = false;
        }
    }

    /// Tries a match at the start; its groups are in the slots afterwards.
    pub fn run(&mut self, task: Task) -> Res<bool> {
        self.slots.clear();
        self.slots.resize(self.program.slots, NOWHERE);
        self.waiting.clear();
        self.slots[0] = task.start;
        let (mut at, mut position) = (0, task.start);
        loop {
            self.tick()?;
            match self.step(&task, &mut at, &mut position) {
                Step::On => {}
                Step::Done => {
                    self.slots[1] = position;
                    return Ok(true);
                }
                Step::Failed => match self.retry() {
                    Some(next) => (at, position) = next,
                    None => return Ok(false),
                },
            }
        }
    }

    #[inline(always)]
    fn tick(&mut self) -> Res<()> {
        self.steps += 1;
        if self.steps < STEPS {
            return Ok(());
        }
        self.steps = 0;
        if self.waiting.len() > MOST_WAITING {
            return Err(self.vm.memory_error());
        }
        self.vm.poll()
    }

    #[inline(always)]
    fn set(&mut self, slot: usize, value: usize) {
        let old = std::mem::replace(&mut self.slots[slot], value);
        self.waiting.push(Waiting::Undo(slot, old));
    }

    #[inline(always)]
    fn step(&mut self, task: &Task, at: &mut usize, position: &mut usize) -> Step {
        let program = self.program;
        match &program.code[*at] {
            Op::One(item) => {
                if *position >= task.end || !program.accepts(item, self.text.at(*position)) {
                    return Step::Failed;
                }
                *position += 1;
            }
            Op::Many {
                item,
                min,
                max,
                choice,
            } => return self.many(task, at, position, item, (*min, *max), *choice),
            Op::At(place) => {
                if !self.holds(*place, task.end, *position) {
                    return Step::Failed;
                }
            }
            Op::Open(slot) => self.set(*slot, *position),
            Op::Close(slot) => {
                self.set(*slot, *position);
                self.set(last_group(program.groups), slot / 2);
            }
            Op::Jump(to) => {
                *at = *to;
                return Step::On;
            }
            Op::Split(other) => self.waiting.push(Waiting::Choice(*other, *position)),
            Op::Enter(slot) => {
                self.set(*slot, 0);
                self.set(*slot + 1, NOWHERE);
            }
            Op::Round {
                slot,
                min,
                max,
                lazy,
                end,
            } => {
                let (count, last) = (self.slots[*slot], self.slots[*slot + 1]);
                if count < *min as usize {
                    self.set(*slot, count + 1);
                } else if *lazy {
                    self.waiting.push(Waiting::Again(*at, *position));
                    *at = *end;
                    return Step::On;
                } else if (count < *max as usize || *max == MAX_REPEAT) && *position != last {
                    self.waiting.push(Waiting::Choice(*end, *position));
                    self.set(*slot, count + 1);
                    self.set(*slot + 1, *position);
                } else {
                    *at = *end;
                    return Step::On;
                }
            }
            Op::Fence(slot) => {
                let height = self.waiting.len() + 1;
                self.set(*slot, height);
            }
            Op::Cut(slot) => self.cut(self.slots[*slot]),
            Op::Refuse(slot) => {
                self.unwind(self.slots[*slot]);
                return Step::Failed;
            }
            Op::Keep(slot) => self.set(*slot, *position),
            Op::Return(slot) => *position = self.slots[*slot],
            Op::Back(count) => match position.checked_sub(*count) {
                Some(earlier) => *position = earlier,
                None => return Step::Failed,
            },
            Op::Same(group, fold) => {
                let fold = fold.map_or(Fold::None, |bits| bits.fold());
                if !self.same(*group, fold, task.end, position) {
                    return Step::Failed;
                }
            }
            Op::Unless(group, other) => {
                if self.group(*group).is_none() {
                    *at = *other;
                    return Step::On;
                }
            }
            Op::Fail => return Step::Failed,
            Op::Done => {
                let too_short = task.full && *position != task.end;
                if too_short || task.advance && *position == task.start {
                    return Step::Failed;
                }
                return Step::Done;
            }
        }
        *at += 1;
        Step::On
    }

    fn many(
        &mut self,
        task: &Task,
        at: &mut usize,
        position: &mut usize,
        item: &Item,
        (min, max): (u32, u32),
        choice: Choice,
    ) -> Step {
        let start = *position;
        let room = task.end.saturating_sub(start);
        if room < min as usize {
            return Step::Failed;
        }
        let most = match choice {
            Choice::Lazy => min as usize,
            Choice::Greedy | Choice::Possessive if max == MAX_REPEAT => room,
            Choice::Greedy | Choice::Possessive => room.min(max as usize),
        };
        let taken = self.run_of(item, start, start + most) - start;
        if taken < min as usize {
            return Step::Failed;
        }
        *position = start + taken;
        match choice {
            Choice::Lazy => self.waiting.push(Waiting::More(*at, *position, min)),
            Choice::Greedy if taken > min as usize => {
                let least = start + min as usize;
                self.waiting
                    .push(Waiting::Fewer(*at + 1, least, *position - 1));
            }
            Choice::Greedy | Choice::Possessive => {}
        }
        *at += 1;
        Step::On
    }

    /// Where a run of accepted characters ends.
    #[inline]
    fn run_of(&self, item: &Item, start: usize, end: usize) -> usize {
        let until = |accepts: &dyn Fn(u32) -> bool| {
            (start..end)
                .find(|&place| !accepts(self.text.at(place)))
                .unwrap_or(end)
        };
        match item {
            Item::Any => end,
            Item::In(set) => {
                let set = &self.program.sets[*set];
                let mut place = start;
                while place < end && set.has(self.text.at(place)) {
                    place += 1;
                }
                place
            }
            Item::NotNewline => self.text.find(start, end, &[10]).unwrap_or(end),
            Item::IsNot(code) => self.text.find(start, end, &[*code]).unwrap_or(end),
            Item::Is(code) => until(&|found| found == *code),
            Item::Folded(..) | Item::NotFolded(..) => {
                until(&|found| self.program.accepts(item, found))
            }
        }
    }

    /// Goes back to the last choice that is open.
    fn retry(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.waiting.pop()? {
                Waiting::Choice(at, position) => return Some((at, position)),
                Waiting::Undo(slot, old) => self.slots[slot] = old,
                Waiting::Fewer(at, least, mut position) => {
                    if let Op::One(Item::Is(code)) = &self.program.code[at] {
                        // What follows says which positions are worth a try.
                        while position > least && self.text.at(position) != *code {
                            position -= 1;
                        }
                    }
                    if position > least {
                        self.waiting.push(Waiting::Fewer(at, least, position - 1));
                    }
                    return Some((at, position));
                }
                Waiting::More(at, position, taken) => {
                    let Op::Many { item, max, .. } = &self.program.code[at] else {
                        continue;
                    };
                    let is_room = taken < *max || *max == MAX_REPEAT;
                    let more = is_room
                        && position < self.text.len()
                        && self.program.accepts(item, self.text.at(position));
                    if more {
                        let next = position + 1;
                        let taken = taken.saturating_add(1);
                        self.waiting.push(Waiting::More(at, next, taken));
                        return Some((at + 1, next));
                    }
                }
                Waiting::Again(at, position) => {
                    let Op::Round { slot, max, .. } = &self.program.code[at] else {
                        continue;
                    };
                    let (count, last) = (self.slots[*slot], self.slots[*slot + 1]);
                    if (count < *max as usize || *max == MAX_REPEAT) && position != last {
                        self.set(*slot, count + 1);
                        self.set(*slot + 1, position);
                        return Some((at + 1, position));
                    }
                }
            }
        }
    }

    /// Drops the choices above a height, keeping what has to be taken back.
    fn cut(&mut self, height: usize) {
        let mut kept = height;
        for place in height..self.waiting.len() {
            if matches!(self.waiting[place], Waiting::Undo(..)) {
                self.waiting.swap(kept, place);
                kept += 1;
            }
        }
        self.waiting.truncate(kept);
    }

    /// Takes everything above a height back.
    fn unwind(&mut self, height: usize) {
        while self.waiting.len() > height {
            if let Some(Waiting::Undo(slot, old)) = self.waiting.pop() {
                self.slots[slot] = old;
            }
        }
    }

    fn group(&self, group: usize) -> Option<(usize, usize)> {
        let (start, end) = (self.slots[2 * group], self.slots[2 * group + 1]);
        (start != NOWHERE && end != NOWHERE && start <= end).then_some((start, end))
    }

    fn same(&self, group: usize, fold: Fold, limit: usize, position: &mut usize) -> bool {
        let Some((start, end)) = self.group(group) else {
            return false;
        };
        let length = end - start;
        if limit.saturating_sub(*position) < length {
            return false;
        }
        let equal = (0..length).all(|step| {
            let (a, b) = (self.text.at(start + step), self.text.at(*position + step));
            a == b || fold.lower(a) == fold.lower(b)
        });
        *position += if equal { length } else { 0 };
        equal
    }

    fn holds(&self, place: Place, end: usize, position: usize) -> bool {
        let newline = |place: usize| self.text.at(place) == 10;
        match place {
            Place::Start => position == 0,
            Place::LineStart => position == 0 || newline(position - 1),
            Place::End => position == end || position + 1 == end && newline(position),
            Place::LineEnd => position == end || newline(position),
            Place::VeryEnd => position == end,
            Place::Edge(ascii) => end > 0 && self.is_edge(ascii, end, position),
            Place::NoEdge(ascii) => end > 0 && !self.is_edge(ascii, end, position),
        }
    }

    fn is_edge(&self, ascii: bool, end: usize, position: usize) -> bool {
        let is_word = |place: usize| belongs(Category::Word, ascii, self.text.at(place));
        let before = position > 0 && is_word(position - 1);
        let after = position < end && is_word(position);
        before != after
    }
}

enum Step {
    On,
    Failed,
    Done,
}
