import unittest, sys, io, re
class A(unittest.TestCase):
    def setUp(self): self.x = 1
    def test_ok(self): self.assertEqual(1, 1)
    def test_fail(self): self.assertEqual(1, 2)
    def test_list(self): self.assertEqual([1,2,3], [1,2,4])
    def test_list2(self): self.assertEqual([1,2,3], [1,2])
    def test_dict(self): self.assertEqual({'a':1,'b':2}, {'a':1,'b':3})
    def test_str(self): self.assertEqual('abc\ndef', 'abc\ndxf')
    def test_str1(self): self.assertEqual('abc', 'abd')
    def test_set(self): self.assertEqual({1,2}, {2,3})
    def test_tuple(self): self.assertEqual((1,2), (1,3), 'msg')
    def test_err(self): raise ValueError('boom')
    def test_long(self): self.assertEqual('a'*100+'b'+'c'*100, 'a'*100+'d'+'c'*100)
    @unittest.skip('why')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.fail('x')
    @unittest.expectedFailure
    def test_xpass(self): pass
    def test_skip2(self): self.skipTest('later')
    def test_sub(self):
        for i in range(3):
            with self.subTest('m', i=i): self.assertNotEqual(i, 1)
        with self.subTest(k=5): raise KeyError('k')
    def test_true(self): self.assertTrue(0)
    def test_in(self): self.assertIn(1, [2])
    def test_raises(self):
        with self.assertRaises(ValueError) as cm: int('x')
        self.assertIn('invalid', str(cm.exception))
        with self.assertRaises(KeyError): pass
    def test_raises2(self): self.assertRaises(KeyError, int, '5')
    def test_regex(self):
        with self.assertRaisesRegex(ValueError, 'foo'): int('x')
    def test_almost(self): self.assertAlmostEqual(1.0, 1.1)
    def test_almost2(self): self.assertAlmostEqual(1.0, 1.1, delta=0.01)
    def test_less(self): self.assertLess(2, 1)
    def test_none(self): self.assertIsNone(5)
    def test_inst(self): self.assertIsInstance(5, str)
    def test_count(self): self.assertCountEqual([1,1,2], [1,2,2])
    def test_rx(self): self.assertRegex('abc', 'x+')
    def test_is(self): self.assertIs([], [])
    def test_warns(self):
        import warnings
        with self.assertWarns(UserWarning): warnings.warn('x')
        with self.assertWarns(UserWarning): pass
    def tearDown(self): self.addCleanup(lambda: None)
class B(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError('no class')
    def test_a(self): pass
class C(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): self.v = 5
    async def test_a(self):
        import asyncio
        await asyncio.sleep(0); self.assertEqual(self.v, 5)
    def test_c(self): self.assertTrue(True)
@unittest.skipIf(True, 'all')
class D(unittest.TestCase):
    def test_a(self): pass
if __name__ == '__main__':
    for v in (0, 1, 2):
        s = io.StringIO()
        r = unittest.TextTestRunner(stream=s, verbosity=v).run(unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__']))
        print(re.sub(r'in \d+\.\d+s', 'in T', re.sub(r'0x[0-9a-f]+', 'ADDR', s.getvalue()))); print(r)
