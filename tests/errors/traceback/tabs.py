# A line indented by tabs.
def f(x):
	return x + None
f(1)
