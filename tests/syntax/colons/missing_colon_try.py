# A try without its colon.
try
    pass
