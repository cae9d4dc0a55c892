pairs = {key: value for key, value in [("a", 1), (["b"], 2)]}
