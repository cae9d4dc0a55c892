# A list may change while its members are compared.
class Evil:
    def __eq__(self, other):
        items.clear()
        return False
items = [Evil(), Evil(), Evil()]
print(5 in items, items)  # expect: False []
items = [Evil(), 1]
try:
    items.index(7)
except ValueError as error:
    print(error)  # expect: 7 is not in list
