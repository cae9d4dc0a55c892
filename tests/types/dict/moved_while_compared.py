# A comparison that moves the key which is being compared: the search finds it all the same.
from collections import OrderedDict

order = OrderedDict()


class Key:
    def __init__(self, moves):
        self.moves = moves

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if self.moves:
            order.move_to_end(self)
        return self.moves == other.moves


first, second = Key(False), Key(True)
order[first] = "first"
order[second] = "second"
print(order[Key(True)], order[Key(False)], Key(True) in order, len(order))  # expect: second first True 2
order[Key(True)] = "new"
print(list(order.values()), len(order))  # expect: ['first', 'new'] 2
