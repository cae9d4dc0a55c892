# An attribute is marked.
class Config:
    settings = None
config = Config()
print("value:", config.settings.path)
