"""Running programs with both interpreters, many in one process, and what differs in what they print."""
import dataclasses
import os
import pathlib
import re
import resource
import subprocess
import tempfile

DRIVER = pathlib.Path(__file__).resolve().parent / "driver.py"
ENVIRONMENT = {"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
BEGIN, END = "\x01begin ", "\x01end "
#: Where a program stands still for ever: what comes after it is a matter of taste.
DEADLOCK = re.compile(r"(?m)^Deadlock:.*", re.DOTALL)
#: What is told of objects that nobody refers to any more. When they are let go depends on which frames of the library an
#: exception's traceback keeps, and ours has none there: these are compared without their place.
LET_GO = re.compile(r"(?m)^(?:(?:Task|Future) exception was never retrieved\nfuture: .*\n(?:Traceback .*\n(?: .*\n)+\S.*\n)?"
    r"|handler (?:Task|Future) exception was never retrieved.*\n|.*RuntimeWarning: coroutine .* was never awaited\n(?: .*\n)?(?:RuntimeWarning: Enable.*\n)?)")
#: Where a warning is told.
WHERE = re.compile(r"(?m)^.*(?=RuntimeWarning: coroutine)|^  .*\n")
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")
#: What is hashed by its address.
BY_ADDRESS = re.compile(r"<(class|built-in|method|function|slot|module|attribute|[\w.]+ object at)\b|\b(Ellipsis|NotImplemented|nanj?)\b|[\[{(, ]\w+(?:Error|Exception|Group)\(")
MEMORY = 6 << 30


@dataclasses.dataclass
class Interpreters:
    """The two programs that are compared."""
    reference: str
    snakelet: str

    def command(self, side):
        return [self.reference, "-W", "default"] if side == 0 else [self.snakelet, "--clock=virtual", "-W", "default"]


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def start(command, stderr):
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=stderr, env=ENVIRONMENT,
        preexec_fn=limits)


def finish(process, seconds):
    """Output, error output and status; the status of one that takes too long is "timeout"."""
    try:
        out, err = process.communicate(timeout=seconds)
        status = process.returncode
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        status = "timeout"
    return out.decode("utf-8", "backslashreplace"), (err or b"").decode("utf-8", "backslashreplace"), status


def plain(text, folder):
    """What may differ taken out: addresses, where the programs lie, and the frames of the reference's library."""
    text = without_library(text)
    let_go = sorted(WHERE.sub("", each) for each in LET_GO.findall(text))
    text = LET_GO.sub("", text) + "".join(let_go)
    return DEADLOCK.sub("Deadlock", ADDRESS.sub("0x...", text.replace(str(folder) + "/", "")))


class Batch:
    """Programs in a folder of their own, run together. `texts` has two sides: a planted fault changes the second only."""

    def __init__(self, interpreters, texts, others=None):
        self.interpreters = interpreters
        self.sides = [texts, others or texts]

    def write(self, folder, side):
        place = pathlib.Path(folder) / f"side{side}"
        place.mkdir()
        for number, text in enumerate(self.sides[side]):
            (place / f"p{number}.py").write_bytes(text.encode("utf-8", "surrogatepass"))
        return place

    def begin(self, place, side, numbers):
        names = place / "list"
        names.write_text("\n".join(str(place / f"p{number}.py") for number in numbers))
        return start([*self.interpreters.command(side), str(DRIVER), str(names)], subprocess.STDOUT)

    def read(self, place, output, status, numbers):
        """What each program printed; those that were not reached are absent, the one at which the process died has its status."""
        found, at = {}, -1
        for piece in output.split(BEGIN)[1:]:
            name, _, rest = piece.partition("\n")
            at = int(re.search(r"p(\d+)\.py$", name).group(1))
            body, ended, ending = rest.rpartition(END)
            if ended:
                text = plain(body, place)
                found[at] = text if text.endswith("Deadlock") else text + "\nended " + ending.strip()
            else:
                found[at] = plain(rest, place) + f"\ndied {status}"
        return found

    def side(self, folder, side, numbers, process, seconds):
        place = pathlib.Path(folder) / f"side{side}"
        output, _, status = finish(process, seconds)
        found = self.read(place, output, status, numbers)
        while missing := [number for number in numbers if number not in found]:
            process = self.begin(place, side, missing)
            output, _, status = finish(process, seconds)
            more = self.read(place, output, status, missing)
            if not more:
                found.update((number, f"not started: {status} {output[-300:]}") for number in missing)
            found.update(more)
        return found

    def run(self, seconds=60):
        """The two outputs of each program."""
        numbers = range(len(self.sides[0]))
        with tempfile.TemporaryDirectory(prefix="differential-") as folder:
            processes = [self.begin(self.write(folder, side), side, numbers) for side in (0, 1)]
            results = [self.side(folder, side, numbers, process, seconds) for side, process in enumerate(processes)]
        return [(results[0][number], results[1][number]) for number in numbers]

    def run_reference(self):
        """What the reference alone prints of the first program."""
        with tempfile.TemporaryDirectory(prefix="differential-") as folder:
            process = self.begin(self.write(folder, 0), 0, [0])
            return self.side(folder, 0, [0], process, 20)[0]


def unordered(text):
    """The text with the parts of those lines in order that show what is hashed by its address: where the reference's own
    objects lie is the same each time, but nothing of the language."""
    lines = text.split("\n")
    return [sorted(re.findall(r"\w+|\W", line)) if BY_ADDRESS.search(line) else line for line in lines]


def differs(pair):
    """Whether the outputs differ; a program that the reference itself does not finish says nothing."""
    return pair[0] != pair[1] and "\ndied " not in pair[0] and unordered(pair[0]) != unordered(pair[1])


def is_stable(interpreters, text, times=4):
    """Whether the reference prints the same each time, in a process of its own: where addresses show, it does not."""
    outputs = {Batch(interpreters, [text]).run_reference() for _ in range(times)}
    return len(outputs) == 1


def alone(interpreters, text, seconds=30):
    """Output, error output and status of a program that is run by itself, from each: no driver between."""
    results = []
    with tempfile.TemporaryDirectory(prefix="differential-") as folder:
        path = pathlib.Path(folder) / "program.py"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        processes = [start([*interpreters.command(side), str(path)], subprocess.PIPE) for side in (0, 1)]
        for process in processes:
            out, err, status = finish(process, seconds)
            results.append(f"{plain(out, folder)}\n{plain(err, folder)}\nended {status}")
    return tuple(results)


def without_library(text):
    """A traceback without the frames of the reference's own library, the only thing that `tests/README.md` takes out."""
    kept, skipping = [], False
    for line in text.splitlines(keepends=True):
        if line.startswith('  File "'):
            skipping = "/lib/python3" in line or 'File "<frozen' in line
        elif not line.startswith("    "):
            skipping = False
        if not skipping:
            kept.append(line)
    return "".join(kept)
