# A misspelt builtin.
pritn("hello")
