"""An order of nodes in which each comes after those that it depends on."""
from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']

_NODE_OUT = -1
_NODE_DONE = -2


class _NodeInfo:
    __slots__ = 'node', 'npredecessors', 'successors'

    def __init__(self, node):
        self.node = node
        # How many are left before it; below zero once it was given out.
        self.npredecessors = 0
        self.successors = []


class CycleError(ValueError):
    """Raised where nodes depend on each other in a circle, which is the second argument."""


class TopologicalSorter:
    """Sorts the nodes of a graph, given as a dictionary from nodes to their predecessors."""

    def __init__(self, graph=None):
        self._node2info = {}
        self._ready_nodes = None
        self._npassedout = 0
        self._nfinished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _get_nodeinfo(self, node):
        try:
            return self._node2info[node]
        except KeyError:
            self._node2info[node] = info = _NodeInfo(node)
            return info

    def add(self, node, *predecessors):
        """Add a node and those that it depends on."""
        if self._ready_nodes is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        nodeinfo = self._get_nodeinfo(node)
        nodeinfo.npredecessors += len(predecessors)
        for predecessor in predecessors:
            self._get_nodeinfo(predecessor).successors.append(node)

    def prepare(self):
        """End adding, and look for circles."""
        if self._ready_nodes is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready_nodes = [info.node for info in self._node2info.values() if info.npredecessors == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        """All nodes that depend on nothing that is not done, each once."""
        if self._ready_nodes is None:
            raise ValueError('prepare() must be called first')
        result = tuple(self._ready_nodes)
        for node in result:
            self._node2info[node].npredecessors = _NODE_OUT
        self._ready_nodes.clear()
        self._npassedout += len(result)
        return result

    def is_active(self):
        """Whether there is more to do."""
        if self._ready_nodes is None:
            raise ValueError('prepare() must be called first')
        return self._nfinished < self._npassedout or bool(self._ready_nodes)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Say that nodes are done, so that others can be got."""
        if self._ready_nodes is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            nodeinfo = self._node2info.get(node)
            if nodeinfo is None:
                raise ValueError(f'node {node!r} was not added using add()')
            stat = nodeinfo.npredecessors
            if stat != _NODE_OUT:
                if stat >= 0:
                    raise ValueError(f'node {node!r} was not passed out (still not ready)')
                raise ValueError(f'node {node!r} was already marked done')
            nodeinfo.npredecessors = _NODE_DONE
            for successor in nodeinfo.successors:
                successor_info = self._node2info[successor]
                successor_info.npredecessors -= 1
                if successor_info.npredecessors == 0:
                    self._ready_nodes.append(successor)
            self._nfinished += 1

    def _find_cycle(self):
        """Any circle, its first node at both ends; None where there is none."""
        stack = []
        following = []
        seen = set()
        places = {}
        for node in self._node2info:
            if node in seen:
                continue
            while True:
                if node in seen:
                    if node in places:
                        return stack[places[node]:] + [node]
                else:
                    seen.add(node)
                    following.append(iter(self._node2info[node].successors))
                    places[node] = len(stack)
                    stack.append(node)
                # Go back to the nearest node with a successor that was not looked at.
                while stack:
                    try:
                        node = next(following[-1])
                        break
                    except StopIteration:
                        del places[stack.pop()]
                        following.pop()
                else:
                    break
        return None

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            node_group = self.get_ready()
            yield from node_group
            self.done(*node_group)

    __class_getitem__ = classmethod(GenericAlias)
