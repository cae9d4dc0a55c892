# A misspelt keyword.
def draw(width=1, height=1):
    pass
draw(widht=2)
