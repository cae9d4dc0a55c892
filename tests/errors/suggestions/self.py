# A name that is an attribute of self.
class Tank:
    def __init__(self):
        self.level = 0
    def fill(self):
        return level + 1
Tank().fill()
