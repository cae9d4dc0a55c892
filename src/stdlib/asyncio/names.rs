//! The public names of `asyncio`, in the order of `__all__`, and the parts written in the language that have them.

/// What stands for no part: the name is native.
const NATIVE: &str = "";

const NAMES: &[(&str, &str)] = &[
    (NATIVE, "BaseEventLoop"),
    ("asyncio.base_events", "Server"),
    (NATIVE, "iscoroutinefunction iscoroutine"),
    ("asyncio.events", "AbstractEventLoopPolicy"),
    (NATIVE, "AbstractEventLoop"),
    ("asyncio.events", "AbstractServer"),
    (NATIVE, "Handle TimerHandle"),
    (
        "asyncio.events",
        "get_event_loop_policy set_event_loop_policy",
    ),
    (NATIVE, "get_event_loop set_event_loop new_event_loop"),
    ("asyncio.events", "get_child_watcher set_child_watcher"),
    (
        NATIVE,
        "_set_running_loop get_running_loop _get_running_loop",
    ),
    ("asyncio.exceptions", "BrokenBarrierError"),
    (NATIVE, "CancelledError InvalidStateError TimeoutError"),
    (
        "asyncio.exceptions",
        "IncompleteReadError LimitOverrunError SendfileNotAvailableError",
    ),
    (NATIVE, "Future"),
    ("asyncio.futures", "wrap_future"),
    (NATIVE, "isfuture"),
    (
        "asyncio.locks",
        "Lock Event Condition Semaphore BoundedSemaphore Barrier",
    ),
    (
        "asyncio.protocols",
        "BaseProtocol Protocol DatagramProtocol SubprocessProtocol BufferedProtocol",
    ),
    ("asyncio.runners", "Runner"),
    (NATIVE, "run"),
    (
        "asyncio.queues",
        "Queue PriorityQueue LifoQueue QueueFull QueueEmpty QueueShutDown",
    ),
    (
        "asyncio.streams",
        "StreamReader StreamWriter StreamReaderProtocol open_connection start_server open_unix_connection start_unix_server",
    ),
    (
        "asyncio.subprocess",
        "create_subprocess_exec create_subprocess_shell",
    ),
    (
        NATIVE,
        "Task create_task FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED",
    ),
    ("asyncio.tasks", "wait wait_for as_completed"),
    (NATIVE, "sleep gather"),
    ("asyncio.tasks", "shield"),
    (NATIVE, "ensure_future"),
    ("asyncio.tasks", "run_coroutine_threadsafe"),
    (NATIVE, "current_task all_tasks"),
    (
        "asyncio.tasks",
        "create_eager_task_factory eager_task_factory _register_task _unregister_task _enter_task _leave_task",
    ),
    ("asyncio.taskgroups", "TaskGroup"),
    ("asyncio.threads", "to_thread"),
    ("asyncio.timeouts", "Timeout timeout timeout_at"),
    (
        "asyncio.transports",
        "BaseTransport ReadTransport WriteTransport Transport DatagramTransport SubprocessTransport",
    ),
    (NATIVE, "SelectorEventLoop"),
    (
        "asyncio.unix_events",
        "AbstractChildWatcher SafeChildWatcher FastChildWatcher PidfdChildWatcher MultiLoopChildWatcher ThreadedChildWatcher",
    ),
    ("asyncio.events", "DefaultEventLoopPolicy"),
    (NATIVE, "EventLoop"),
];

/// All public names.
pub fn public() -> impl Iterator<Item = &'static str> {
    NAMES.iter().flat_map(|(_, names)| names.split(' '))
}

/// The part written in the language that has a name.
pub fn written_in(name: &str) -> Option<&'static str> {
    let written = NAMES.iter().filter(|(part, _)| *part != NATIVE);
    let mut found = written.filter(|(_, names)| names.split(' ').any(|each| each == name));
    found.next().map(|(part, _)| *part)
}
