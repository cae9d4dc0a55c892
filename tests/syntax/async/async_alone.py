# async before something else.
async x = 1
