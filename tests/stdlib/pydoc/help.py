import pydoc


class Base:
    __slots__ = ()

    def kept(self, first, /, second=2, *rest, key=None, **more):
        """What the base says.

        At length."""

    def replaced(self):
        """Says the base."""


class Shape(Base):
    """A shape.

    With corners."""

    __slots__ = ("corners",)
    unit = "cm"

    def __init__(self, corners=3):
        """Takes the corners."""
        self.corners = corners

    async def draw(self, colour):
        """Draw it."""

    def replaced(self):
        pass

    @property
    def area(self):
        """Its area."""

    @classmethod
    def square(cls, side):
        """A square."""

    @staticmethod
    def count():
        pass


async def wait(seconds):
    pass


# Told by a comment.
def commented():
    pass


def typed(a: int, b: str = "x") -> bool:
    """Types."""


help(Shape)
help(Shape())
help(Shape().draw)
help(Shape.square)
help(Shape.replaced)
help(wait)
help(commented)
help(typed)
help(lambda x, y=1: x)
help("no.such.name")
print(pydoc.locate("json.JSONDecodeError"), pydoc.locate("len"), pydoc.locate("json.nothing"))
print(pydoc.plain(pydoc.render_doc(typed, "About %s")))
print(pydoc.plain("b\bbo\bol\bld\bd"))
