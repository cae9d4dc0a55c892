# A class without a body.
class C:
x = 1
