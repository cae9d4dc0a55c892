//! `sendmsg` and `recvmsg`: data together with descriptors, which the peer gets as its own.

use super::address;
use super::object::{bytes_argument, flags_argument, of, room, size_argument};
use crate::event_loop::watch::{Side, borrow};
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::list::List;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use rustix::io::Errno;
use rustix::net::{
    self, RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags,
};
use std::io::{IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{BorrowedFd, IntoRawFd, RawFd};

/// The most descriptors that the system sends at once.
const MOST: usize = 253;

/// `(data, descriptors, flags)`
pub fn send(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let flags = SendFlags::from_bits_retain(flags_argument(vm, a.get(3))?);
    let numbers: Res<Vec<RawFd>> = vm
        .collect(&a[2])?
        .iter()
        .map(|each| Ok(vm.index_usize(each)?.max(0) as RawFd))
        .collect();
    let numbers = numbers?;
    if numbers.len() > MOST {
        return Err(vm.os_error(&Errno::INVAL.into(), None));
    }
    bytes_argument(vm, &a[1], |bytes| {
        let own: Vec<BorrowedFd<'_>> = numbers.iter().map(borrow).collect();
        let sent = socket.patiently(vm, Side::Write, |to| {
            let message = SendAncillaryMessage::ScmRights(&own);
            let mut space = vec![MaybeUninit::uninit(); message.size()];
            let mut control = SendAncillaryBuffer::new(&mut space);
            control.push(message);
            net::sendmsg(to, &[IoSlice::new(bytes)], &mut control, flags)
        })?;
        Ok(Value::from(sent))
    })
}

/// `(size, most descriptors, flags)`: `(data, descriptors, flags, address)`
pub fn receive(vm: &Vm, a: &[Value]) -> Res {
    let socket = of(vm, &a[0])?;
    let mut data = room(vm, size_argument(vm, &a[1], "recvmsg")?)?;
    let most = vm.index_usize(&a[2])?.clamp(0, MOST as i64) as usize;
    let flags =
        RecvFlags::from_bits_retain(flags_argument(vm, a.get(3))?) | RecvFlags::CMSG_CLOEXEC;
    let mut found = Vec::new();
    let told = socket.patiently(vm, Side::Read, |from| {
        // A header, the numbers, and what may be lost in aligning.
        let length = if most == 0 {
            0
        } else {
            16 + (4 * most).next_multiple_of(8) + 8
        };
        let mut space = vec![MaybeUninit::uninit(); length];
        let mut control = RecvAncillaryBuffer::new(&mut space);
        let told = net::recvmsg(from, &mut [IoSliceMut::new(&mut data)], &mut control, flags)?;
        for message in control.drain() {
            if let RecvAncillaryMessage::ScmRights(own) = message {
                found.extend(own.map(|each| Value::Int(each.into_raw_fd().into())));
            }
        }
        Ok(told)
    })?;
    data.truncate(told.bytes);
    let shown = told.flags.bits() & !RecvFlags::CMSG_CLOEXEC.bits();
    Ok(Value::from(Tuple::new(vec![
        Value::from(Bytes::new(data)),
        Value::from(List::new(found)),
        Value::Int(shown.into()),
        address::shown(told.address),
    ])))
}
