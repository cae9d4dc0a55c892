//! Options of sockets, by the numbers that the system gives them.

use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::value::Value;
use rustix::io::Errno;
use rustix::net::sockopt as opt;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::os::fd::BorrowedFd;
use std::time::Duration;

const SOL_SOCKET: i64 = 1;
const IPPROTO_IP: i64 = 0;
const IPPROTO_TCP: i64 = 6;
const IPPROTO_IPV6: i64 = 41;

type Outcome<T> = Result<T, Errno>;

fn flag(outcome: Outcome<bool>) -> Outcome<i64> {
    outcome.map(i64::from)
}

fn count(outcome: Outcome<usize>) -> Outcome<i64> {
    outcome.map(|count| count as i64)
}

fn seconds(outcome: Outcome<Duration>) -> Outcome<i64> {
    outcome.map(|span| span.as_secs() as i64)
}

/// `getsockopt(level, number)`
pub fn get(socket: BorrowedFd<'_>, level: i64, number: i64) -> Outcome<i64> {
    match (level, number) {
        (SOL_SOCKET, 2) => flag(opt::socket_reuseaddr(socket)),
        (SOL_SOCKET, 3) => opt::socket_type(socket).map(|kind| kind.as_raw().into()),
        (SOL_SOCKET, 4) => Ok(match opt::socket_error(socket)? {
            Ok(()) => 0,
            Err(error) => error.raw_os_error().into(),
        }),
        (SOL_SOCKET, 6) => flag(opt::socket_broadcast(socket)),
        (SOL_SOCKET, 7) => count(opt::socket_send_buffer_size(socket)),
        (SOL_SOCKET, 8) => count(opt::socket_recv_buffer_size(socket)),
        (SOL_SOCKET, 9) => flag(opt::socket_keepalive(socket)),
        (SOL_SOCKET, 10) => flag(opt::socket_oobinline(socket)),
        (SOL_SOCKET, 15) => flag(opt::socket_reuseport(socket)),
        (SOL_SOCKET, 16) => flag(opt::socket_passcred(socket)),
        (SOL_SOCKET, 30) => flag(opt::socket_acceptconn(socket)),
        (SOL_SOCKET, 38) => opt::socket_protocol(socket)
            .map(|protocol| protocol.map_or(0, |protocol| protocol.as_raw().get().into())),
        (SOL_SOCKET, 39) => opt::socket_domain(socket).map(|family| family.as_raw().into()),
        (IPPROTO_TCP, 1) => flag(opt::tcp_nodelay(socket)),
        (IPPROTO_TCP, 3) => flag(opt::tcp_cork(socket)),
        (IPPROTO_TCP, 4) => seconds(opt::tcp_keepidle(socket)),
        (IPPROTO_TCP, 5) => seconds(opt::tcp_keepintvl(socket)),
        (IPPROTO_TCP, 6) => opt::tcp_keepcnt(socket).map(i64::from),
        (IPPROTO_TCP, 12) => flag(opt::tcp_quickack(socket)),
        (IPPROTO_TCP, 18) => opt::tcp_user_timeout(socket).map(i64::from),
        (IPPROTO_IP, 1) => opt::ip_tos(socket).map(i64::from),
        (IPPROTO_IP, 2) => opt::ip_ttl(socket).map(i64::from),
        (IPPROTO_IP, 33) => opt::ip_multicast_ttl(socket).map(i64::from),
        (IPPROTO_IP, 34) => flag(opt::ip_multicast_loop(socket)),
        (IPPROTO_IPV6, 26) => flag(opt::ipv6_v6only(socket)),
        (IPPROTO_IPV6, 16) => opt::ipv6_unicast_hops(socket).map(i64::from),
        (IPPROTO_IPV6, 18) => opt::ipv6_multicast_hops(socket).map(i64::from),
        (IPPROTO_IPV6, 19) => flag(opt::ipv6_multicast_loop(socket)),
        _ => Err(Errno::NOPROTOOPT),
    }
}

/// `setsockopt(level, number, value)`
pub fn set(socket: BorrowedFd<'_>, level: i64, number: i64, value: i64) -> Outcome<()> {
    let (on, size) = (value != 0, value.max(0) as usize);
    let span = Duration::from_secs(value.max(0) as u64);
    let plain = value.max(0) as u32;
    match (level, number) {
        (SOL_SOCKET, 2) => opt::set_socket_reuseaddr(socket, on),
        (SOL_SOCKET, 6) => opt::set_socket_broadcast(socket, on),
        (SOL_SOCKET, 7) => opt::set_socket_send_buffer_size(socket, size),
        (SOL_SOCKET, 8) => opt::set_socket_recv_buffer_size(socket, size),
        (SOL_SOCKET, 9) => opt::set_socket_keepalive(socket, on),
        (SOL_SOCKET, 10) => opt::set_socket_oobinline(socket, on),
        (SOL_SOCKET, 15) => opt::set_socket_reuseport(socket, on),
        (SOL_SOCKET, 16) => opt::set_socket_passcred(socket, on),
        (IPPROTO_TCP, 1) => opt::set_tcp_nodelay(socket, on),
        (IPPROTO_TCP, 3) => opt::set_tcp_cork(socket, on),
        (IPPROTO_TCP, 4) => opt::set_tcp_keepidle(socket, span),
        (IPPROTO_TCP, 5) => opt::set_tcp_keepintvl(socket, span),
        (IPPROTO_TCP, 6) => opt::set_tcp_keepcnt(socket, plain),
        (IPPROTO_TCP, 12) => opt::set_tcp_quickack(socket, on),
        (IPPROTO_TCP, 18) => opt::set_tcp_user_timeout(socket, plain),
        (IPPROTO_IP, 1) => opt::set_ip_tos(socket, value as u8),
        (IPPROTO_IP, 2) => opt::set_ip_ttl(socket, plain),
        (IPPROTO_IP, 33) => opt::set_ip_multicast_ttl(socket, plain),
        (IPPROTO_IP, 34) => opt::set_ip_multicast_loop(socket, on),
        (IPPROTO_IPV6, 26) => opt::set_ipv6_v6only(socket, on),
        (IPPROTO_IPV6, 16) => opt::set_ipv6_unicast_hops(socket, u8::try_from(value).ok()),
        (IPPROTO_IPV6, 18) => opt::set_ipv6_multicast_hops(socket, plain),
        (IPPROTO_IPV6, 19) => opt::set_ipv6_multicast_loop(socket, on),
        _ => Err(Errno::NOPROTOOPT),
    }
}

/// Who is at the other end of a socket of this machine: process, user and group.
pub fn peer(vm: &Vm, socket: BorrowedFd<'_>) -> Res {
    match opt::socket_peercred(socket) {
        Ok(peer) => {
            let pid = peer.pid.as_raw_nonzero().get().to_ne_bytes();
            let ids = [peer.uid.as_raw(), peer.gid.as_raw()].map(u32::to_ne_bytes);
            Ok(Value::from(Bytes::new([pid, ids[0], ids[1]].concat())))
        }
        Err(error) => Err(vm.os_error(&error.into(), None)),
    }
}

/// How a connection avoids to send more than the network takes, by name.
pub fn congestion(vm: &Vm, socket: BorrowedFd<'_>) -> Res {
    match opt::tcp_congestion(socket) {
        Ok(name) => Ok(Value::from(Bytes::new(name.into_bytes()))),
        Err(error) => Err(vm.os_error(&error.into(), None)),
    }
}

/// Sets what is no number but a structure: the groups of addresses that a socket belongs to. `None`: it is none of these.
pub fn set_packed(
    socket: BorrowedFd<'_>,
    level: i64,
    number: i64,
    packed: &[u8],
) -> Option<Outcome<()>> {
    let four = |from: usize| -> Option<Ipv4Addr> {
        let bytes: [u8; 4] = packed.get(from..from + 4)?.try_into().ok()?;
        Some(Ipv4Addr::from(bytes))
    };
    let sixteen = || -> Option<(Ipv6Addr, u32)> {
        let bytes: [u8; 16] = packed.get(..16)?.try_into().ok()?;
        let place: [u8; 4] = packed.get(16..20)?.try_into().ok()?;
        Some((Ipv6Addr::from(bytes), u32::from_ne_bytes(place)))
    };
    let own = || four(4).unwrap_or(Ipv4Addr::UNSPECIFIED);
    Some(match (level, number) {
        (IPPROTO_IP, 32) => opt::set_ip_multicast_if(socket, &four(0)?),
        (IPPROTO_IP, 35) => opt::set_ip_add_membership(socket, &four(0)?, &own()),
        (IPPROTO_IP, 36) => opt::set_ip_drop_membership(socket, &four(0)?, &own()),
        (IPPROTO_IPV6, 20) => {
            let (group, place) = sixteen()?;
            opt::set_ipv6_add_membership(socket, &group, place)
        }
        (IPPROTO_IPV6, 21) => {
            let (group, place) = sixteen()?;
            opt::set_ipv6_drop_membership(socket, &group, place)
        }
        _ => return None,
    })
}

/// What `SO_LINGER` is, as the system lays it out.
pub fn linger(vm: &Vm, socket: BorrowedFd<'_>) -> Res {
    match opt::socket_linger(socket) {
        Ok(span) => {
            let on = i32::from(span.is_some()).to_ne_bytes();
            let seconds = (span.unwrap_or_default().as_secs() as i32).to_ne_bytes();
            Ok(Value::from(Bytes::new([on, seconds].concat())))
        }
        Err(error) => Err(vm.os_error(&error.into(), None)),
    }
}

/// Sets `SO_LINGER` from what the system lays out so.
pub fn set_linger(socket: BorrowedFd<'_>, packed: &[u8]) -> Outcome<()> {
    let word = |from: usize| -> Outcome<i32> {
        let bytes = packed.get(from..from + 4).ok_or(Errno::INVAL)?;
        Ok(i32::from_ne_bytes(
            bytes.try_into().map_err(|_| Errno::INVAL)?,
        ))
    };
    let (on, seconds) = (word(0)?, word(4)?);
    let span = (on != 0).then(|| Duration::from_secs(seconds.max(0) as u64));
    opt::set_socket_linger(socket, span)
}
