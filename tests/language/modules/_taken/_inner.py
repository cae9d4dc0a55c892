attr = "the module's"
