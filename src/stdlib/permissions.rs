//! What a program may do to the world around it: change files, use the network, start processes. Nothing is forbidden unless
//! whoever builds the interpreter says so; then the doors to the system (`os`, `io`, `socket`, `subprocess`, `signal`) ask here
//! first. A confined program finds a network of its own: it reaches the ports that it has opened itself, nobody listens
//! elsewhere on this machine, and what it opens to all the world is open to this machine alone.

use super::socket::address::Address;
use crate::event_loop::watch::borrow;
use crate::interp::{Raised, Res, Vm};
use crate::objects::value::Value;
use rustix::io::Errno;
use std::cell::{OnceCell, RefCell};
use std::ffi::{OsStr, OsString};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// The number of the error that a refusal is: the operation is not permitted.
const NOT_PERMITTED: i64 = 1;

/// How many links a path may lead through.
const MOST_LINKS: usize = 40;

/// Files that may be written anywhere, since nothing stays there.
const NOWHERE: &[&str] = &["/dev/null", "/dev/full", "/dev/zero"];

/// What is forbidden to a program, and how it is told.
pub struct Confinement {
    /// The folders below which files may be changed; `None`: everywhere.
    pub folders: Option<Vec<PathBuf>>,
    /// Whether it may reach other programs and other machines.
    pub network: bool,
    /// Whether it may start processes and send them signals.
    pub processes: bool,
    /// What stands before the name of the missing permission in errors, such as an option; nothing is said of one if it is empty.
    pub option: &'static str,
    /// Is told of each thing that was not done.
    pub noted: Box<dyn Fn(&str)>,
}

/// Something that is forbidden.
#[derive(Clone, Copy)]
enum Kind {
    Write,
    Net,
    Run,
}

/// The confinement of one interpreter.
#[derive(Default)]
pub struct Permissions {
    confinement: OnceCell<Confinement>,
    /// The ports that the program has opened.
    ports: RefCell<Vec<u16>>,
    /// The names of sockets that are no files.
    names: RefCell<Vec<Vec<u8>>>,
}

impl Permissions {
    /// Confines the interpreter for good.
    pub fn confine(vm: &Vm, confinement: Confinement) {
        // Whoever builds an interpreter does so once.
        let _ = vm.extension::<Permissions>().confinement.set(confinement);
    }
}

/// Runs `body` with what is forbidden, if anything is.
fn confined(vm: &Vm, body: impl FnOnce(&Permissions, &Confinement) -> Res<()>) -> Res<()> {
    let permissions = vm.extension::<Permissions>();
    match permissions.confinement.get() {
        Some(confinement) => body(&permissions, confinement),
        None => Ok(()),
    }
}

fn refuse(
    vm: &Vm,
    confinement: &Confinement,
    kind: Kind,
    what: &str,
    about: Option<&str>,
) -> Raised {
    let name = match kind {
        Kind::Write => "write",
        Kind::Net => "net",
        Kind::Run => "run",
    };
    let text = match confinement.option {
        "" => format!("{what} is not permitted"),
        option => format!("{what} needs {option}{name}"),
    };
    (confinement.noted)(&match about {
        Some(about) => format!("{text}: {about}"),
        None => text.clone(),
    });
    let mut args = vec![Value::Int(NOT_PERMITTED), Value::from(text)];
    args.extend(about.map(Value::str));
    match vm.call_with(&Value::Class(vm.types.os_error.clone()), &args) {
        Ok(made) => vm.raise_value(&made),
        Err(raised) => raised,
    }
}

/// Asks whether a file may be made, changed or removed. `follows`: it is the one that a link leads to.
pub fn write(vm: &Vm, path: &OsStr, follows: bool) -> Res<()> {
    confined(vm, |_, confinement| {
        let Some(folders) = &confinement.folders else {
            return Ok(());
        };
        let Some(place) = resolve(Path::new(path), follows) else {
            // The system will say what is wrong with the path.
            return Ok(());
        };
        let is_inside = folders.iter().any(|folder| place.starts_with(folder));
        if is_inside || NOWHERE.iter().any(|nowhere| place == Path::new(nowhere)) {
            return Ok(());
        }
        let what = "writing outside of the temporary folder";
        Err(refuse(
            vm,
            confinement,
            Kind::Write,
            what,
            Some(&path.to_string_lossy()),
        ))
    })
}

/// Asks whether the file behind a descriptor may be changed otherwise than by writing into it.
pub fn change(vm: &Vm, descriptor: i32) -> Res<()> {
    write(vm, OsStr::new(&format!("/dev/fd/{descriptor}")), true)
}

/// The place that a path means, without links and dots; `None`: there can be none. A pipe or a socket behind a descriptor is
/// nowhere.
fn resolve(path: &Path, follows: bool) -> Option<PathBuf> {
    // What ends with a slash is what a link leads to, always.
    let follows = follows || path.as_os_str().as_bytes().ends_with(b"/");
    let own = PathBuf::from(format!("/proc/{}", std::process::id()));
    let mut path = std::path::absolute(path).ok()?;
    for _ in 0..MOST_LINKS {
        let Some(name) = path.file_name() else {
            return std::fs::canonicalize(&path).ok();
        };
        let name: OsString = name.to_owned();
        let folder = std::fs::canonicalize(path.parent()?).ok()?;
        let place = folder.join(name);
        if !follows {
            return Some(place);
        }
        let Ok(target) = std::fs::read_link(&place) else {
            return Some(place);
        };
        let is_descriptor = folder.starts_with(&own) && folder.ends_with("fd");
        if is_descriptor && !target.is_absolute() {
            return Some(PathBuf::from(NOWHERE[0]));
        }
        path = folder.join(target);
    }
    None
}

/// Asks whether a process may be started.
pub fn run(vm: &Vm, program: &OsStr) -> Res<()> {
    confined(vm, |_, confinement| {
        if confinement.processes {
            return Ok(());
        }
        let about = program.to_string_lossy();
        let what = "starting a process";
        Err(refuse(vm, confinement, Kind::Run, what, Some(&about)))
    })
}

/// Asks whether a process may get a signal: the program itself always may.
pub fn signal(vm: &Vm, process: i32) -> Res<()> {
    confined(vm, |_, confinement| {
        let is_own = u32::try_from(process).is_ok_and(|process| process == std::process::id());
        if confinement.processes || is_own {
            return Ok(());
        }
        let what = "sending a signal to another process";
        Err(refuse(vm, confinement, Kind::Run, what, None))
    })
}

/// Asks whether a socket of this family and kind may be made: those that see more than what is theirs may not.
pub fn open_socket(vm: &Vm, family: i64, kind: i64) -> Res<()> {
    confined(vm, |_, confinement| {
        let is_plain = [
            super::socket::AF_UNIX,
            super::socket::AF_INET,
            super::socket::AF_INET6,
        ]
        .contains(&family)
            && (1..=2).contains(&(kind & 0xF));
        if confinement.network || is_plain {
            return Ok(());
        }
        Err(refuse(
            vm,
            confinement,
            Kind::Net,
            "a socket of this kind",
            None,
        ))
    })
}

/// Asks whether the addresses of a host may be looked up.
pub fn look_up(vm: &Vm, host: &str) -> Res<()> {
    confined(vm, |_, confinement| {
        let plain = host.trim_end_matches('.').to_ascii_lowercase();
        let is_local = plain == "localhost" || plain.ends_with(".localhost");
        if confinement.network || is_local {
            return Ok(());
        }
        let what = "looking up a host";
        Err(refuse(vm, confinement, Kind::Net, what, Some(host)))
    })
}

/// What becomes of a message or a connection to an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// It is handed to the system.
    Open,
    /// Nobody is there.
    Nobody,
}

/// Asks whether the program may speak to an address.
pub fn reach(vm: &Vm, target: &Address) -> Res<Way> {
    let mut way = Way::Open;
    confined(vm, |permissions, confinement| {
        if confinement.network {
            return Ok(());
        }
        let refused = |about: &str| {
            let what = "connecting to another program or machine";
            Err(refuse(vm, confinement, Kind::Net, what, Some(about)))
        };
        let is_known = match target {
            Address::Internet(address) if is_here(address.ip()) => {
                permissions.ports.borrow().contains(&address.port())
            }
            Address::Internet(address) => return refused(&address.to_string()),
            Address::Unix(address) => match (address.path_bytes(), address.abstract_name()) {
                (Some(path), _) => {
                    let place = resolve(Path::new(OsStr::from_bytes(path)), true);
                    let folders = confinement.folders.as_deref().unwrap_or_default();
                    let is_inside = |place: &PathBuf| folders.iter().any(|f| place.starts_with(f));
                    match place.filter(|place| place.exists()) {
                        Some(place) if !is_inside(&place) => {
                            return refused(&place.to_string_lossy());
                        }
                        _ => true,
                    }
                }
                (None, Some(name)) => permissions.names.borrow().iter().any(|own| own == name),
                (None, None) => true,
            },
        };
        if !is_known {
            let shown = match target {
                Address::Internet(address) => address.to_string(),
                Address::Unix(_) => "a socket of another program".to_owned(),
            };
            (confinement.noted)(&format!(
                "{shown} was not asked: reaching other programs needs {}net",
                confinement.option
            ));
            way = Way::Nobody;
        }
        Ok(())
    })?;
    Ok(way)
}

/// Whether an address is one of this machine for itself.
fn is_here(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_loopback() || ip.is_unspecified(),
        IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
            Some(ip) => ip.is_loopback() || ip.is_unspecified(),
            None => ip.is_loopback() || ip.is_unspecified(),
        },
    }
}

/// The address to listen at instead of the given one: what is for all the world is for this machine. Refused is what
/// belongs to neither.
pub fn listen_at(vm: &Vm, target: Address) -> Res<Address> {
    let mut chosen = None;
    confined(vm, |_, confinement| {
        if let Address::Unix(address) = &target {
            return match address.path_bytes() {
                Some(path) => write(vm, OsStr::from_bytes(path), false),
                None => Ok(()),
            };
        }
        let Address::Internet(address) = &target else {
            return Ok(());
        };
        if confinement.network {
            return Ok(());
        }
        if !is_here(address.ip()) {
            let about = address.to_string();
            let what = "listening to other machines";
            return Err(refuse(vm, confinement, Kind::Net, what, Some(&about)));
        }
        if address.ip().is_unspecified() {
            chosen = Some(here(address.is_ipv6(), address.port()));
        }
        Ok(())
    })?;
    Ok(chosen.map_or(target, Address::Internet))
}

fn here(is_six: bool, port: u16) -> SocketAddr {
    if is_six {
        SocketAddr::new(Ipv6Addr::LOCALHOST.into(), port)
    } else {
        SocketAddr::new(Ipv4Addr::LOCALHOST.into(), port)
    }
}

/// Gives a socket that is about to listen and has no address one of this machine, where the system would give it one of all
/// the world.
pub fn before_listening(vm: &Vm, descriptor: i32) -> Res<()> {
    confined(vm, |_, confinement| {
        if confinement.network {
            return Ok(());
        }
        let known = rustix::net::getsockname(borrow(&descriptor));
        let address = known
            .ok()
            .and_then(|known| SocketAddr::try_from(known).ok());
        if let Some(address) = address.filter(|address| address.ip().is_unspecified()) {
            let own = here(address.is_ipv6(), address.port());
            let bound = rustix::net::bind(borrow(&descriptor), &own);
            bound.map_err(|error| vm.os_error(&error.into(), None))?;
            has_bound(vm, descriptor);
        }
        Ok(())
    })
}

/// Notes that a socket has an address now: the program may speak to it.
pub fn has_bound(vm: &Vm, descriptor: i32) {
    let permissions = vm.extension::<Permissions>();
    if permissions.confinement.get().is_none() {
        return;
    }
    let Ok(known) = rustix::net::getsockname(borrow(&descriptor)) else {
        return;
    };
    if let Ok(address) = SocketAddr::try_from(known.clone()) {
        permissions.ports.borrow_mut().push(address.port());
    } else if let Ok(address) = rustix::net::SocketAddrUnix::try_from(known)
        && let Some(name) = address.abstract_name()
    {
        permissions.names.borrow_mut().push(name.to_vec());
    }
}

/// Notes that an address could not be had since someone else has it, perhaps only for now.
pub fn is_taken(vm: &Vm, error: Errno) {
    if error == Errno::ADDRINUSE
        && let Some(confinement) = vm.extension::<Permissions>().confinement.get()
    {
        (confinement.noted)(TAKEN);
    }
}

/// What is noted where an address was taken.
pub const TAKEN: &str = "an address was taken";
