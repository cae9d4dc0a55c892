# async before lambda.
f = async lambda: 1
