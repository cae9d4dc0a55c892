# Wide characters take two columns.
print("日本語", "日本" + 1)
