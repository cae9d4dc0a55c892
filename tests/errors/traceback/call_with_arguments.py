# A call is marked, its arguments apart.
def connect(host, port):
    pass
connection = [connect("localhost")]
