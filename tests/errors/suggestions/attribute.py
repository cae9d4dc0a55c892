# A misspelt attribute.
class Player:
    def __init__(self):
        self.score = 0
player = Player()
player.scroe
