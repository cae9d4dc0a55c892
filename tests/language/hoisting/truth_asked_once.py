# In a condition each operand of and and or is asked for its truth once, wherever an await stands.
import asyncio
class O:
    def __init__(s,n): s.n=n
    def __bool__(s): print('bool%d'%s.n, end=' '); return s.n%2==1
async def a(v): return v
async def main():
    if await a(O(1)) or O(2): print('if')
    if O(2) or await a(O(1)): print('if2')
    if await a(O(2)) and O(3): pass
    else: print('else')
    assert await a(O(1)) or O(2), 'm'; print('as1')
    assert O(2) or await a(O(1)), 'm'; print('as2')
    assert O(1) and await a(O(1)); print('as2b')
    try:
        assert (await a(O(2))) and O(3), await a('msg')
    except AssertionError as e: print(e)
    print(1 if await a(O(1)) or O(2) else 2)
    print(1 if O(2) or await a(O(4)) else 2)
    print(not (await a(O(1)) or O(2)))
    print(not (O(2) or await a(O(2))))
    i=0
    while (await a(O(i%2+1))) and O(2) or i<2: i+=1
    print('w')
    print([x for x in (1,2) if await a(O(x)) or O(3)])
    print((await a(O(2)) or O(2) or O(1)).n, (O(1) and await a(O(3)) and O(2)).n)
    match 1:
        case 1 if await a(O(2)) or O(1): print('case')
    if (await a(O(1)) if O(1) else O(2)): print('tern')
    if not (await a(O(2))) and (await a(O(1)) or O(3)): print('nested')
    assert (await a(O(1)) if O(1) else O(2)), 'x'; print('as3')
    assert not (await a(O(2)) or O(4)); print('as4')
    x = (await a(O(1)) or O(2)) and O(3); print(x.n)
    print(bool(await a(O(1)) or O(2)))
asyncio.run(main())
def g():
    assert (yield 1) or O(1), 2; print('g1')
    if (yield 2) and O(1): print('g2')
    assert O(1) and not (yield 3); print('g3')
for v in g(): pass
def h():
    assert O(1) or O(2), 'x'; print('h')
    assert f'{O(2) or 1}' or [y for y in (1,)]
h()
