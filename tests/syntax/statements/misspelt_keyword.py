# A keyword misspelt.
whille True:
    pass
