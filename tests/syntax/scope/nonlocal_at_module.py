# nonlocal at the module's level.
nonlocal x
