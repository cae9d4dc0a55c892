# What a field tells of itself, in the order that field() takes it.
import dataclasses


@dataclasses.dataclass
class C:
    x: int = dataclasses.field(default=1, init=False)


text = repr(dataclasses.fields(C)[0])
print([part.split("=")[0] for part in text[6:].split(",")])
# expect: ['name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only', '_field_type']
