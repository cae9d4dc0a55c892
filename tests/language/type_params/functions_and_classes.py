# Type parameters and type statements.
def first[T](items: list[T]) -> T:
    return items[0]
class Box[T]:
    def __init__(self, value: T): self.value = value
type Pair[A, B] = tuple[A, B]
print(first([1, 2]), Box(5).value, first.__type_params__, Pair.__name__)  # expect: 1 5 (T,) Pair
