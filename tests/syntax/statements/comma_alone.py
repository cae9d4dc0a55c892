# A comma in a subscript.
x = a[,]
