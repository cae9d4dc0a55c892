"""An order of nodes in which each comes after those that it depends on."""
from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']

# What stands in place of the number of predecessors once a node was given out, and once it is done.
_OUT = -1
_DONE = -2


class _Vertex:
    """A node: what comes directly after it, and how many predecessors are left before it."""

    __slots__ = 'node', 'waiting_for', 'followers'

    def __init__(self, node):
        self.node, self.waiting_for, self.followers = node, 0, []


class CycleError(ValueError):
    """Raised where nodes depend on each other in a circle, which is the second argument."""


class TopologicalSorter:
    """Sorts the nodes of a graph, given as a dictionary from nodes to their predecessors."""

    def __init__(self, graph=None):
        self._vertices = {}
        self._ready = None
        # How many nodes were given out and are not done.
        self._running = 0
        for node, predecessors in () if graph is None else graph.items():
            self.add(node, *predecessors)

    def _vertex(self, node):
        vertex = self._vertices.get(node)
        if vertex is None:
            vertex = self._vertices[node] = _Vertex(node)
        return vertex

    def add(self, node, *predecessors):
        """Add a node and those that it depends on."""
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        vertex = self._vertex(node)
        vertex.waiting_for += len(predecessors)
        for predecessor in predecessors:
            self._vertex(predecessor).followers.append(vertex)

    def prepare(self):
        """End adding, and look for circles."""
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [vertex for vertex in self._vertices.values() if not vertex.waiting_for]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def _prepared(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._ready

    def get_ready(self):
        """All nodes that depend on nothing that is not done, each once."""
        ready = self._prepared()
        for vertex in ready:
            vertex.waiting_for = _OUT
        given = tuple(vertex.node for vertex in ready)
        ready.clear()
        self._running += len(given)
        return given

    def is_active(self):
        """Whether there is more to do."""
        return bool(self._prepared()) or self._running > 0

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Say that nodes are done, so that others can be got."""
        ready = self._prepared()
        for node in nodes:
            vertex = self._vertices.get(node)
            if vertex is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if vertex.waiting_for >= 0:
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if vertex.waiting_for == _DONE:
                raise ValueError(f'node {node!r} was already marked done')
            vertex.waiting_for = _DONE
            self._running -= 1
            for follower in vertex.followers:
                follower.waiting_for -= 1
                if not follower.waiting_for:
                    ready.append(follower)

    def _find_cycle(self):
        """Any circle, its first node at both ends; None where there is none."""
        entered = set()
        for start in self._vertices.values():
            if start in entered:
                continue
            # The way from the start, in order, and at each vertex of it the followers not looked at.
            way = {}
            vertex = start
            while vertex is not None:
                if vertex in way:
                    steps = list(way)
                    return [step.node for step in steps[steps.index(vertex):]] + [vertex.node]
                if vertex not in entered:
                    entered.add(vertex)
                    way[vertex] = iter(vertex.followers)
                vertex = None
                while way and vertex is None:
                    last = next(reversed(way))
                    vertex = next(way[last], None)
                    if vertex is None:
                        del way[last]
        return None

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self:
            group = self.get_ready()
            yield from group
            self.done(*group)

    __class_getitem__ = classmethod(GenericAlias)
