import http.client
import http.server
import json
import os
import tempfile
import threading
from http.cookies import SimpleCookie


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format, *args):
        print("log:", format % args)

    def do_GET(self):
        body = json.dumps({"path": self.path, "agent": self.headers["X-Agent"]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201, "Made")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in (data[:3], data[3:]):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        self.wfile.write(b"0\r\n\r\n")


def serve(handler):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,)).start()
    return server


server = serve(Handler)
connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
connection.request("GET", "/a?b=c", headers={"X-Agent": "me"})
answer = connection.getresponse()
print(answer.status, answer.reason, answer.version, answer.getheader("Content-Type"), json.load(answer))
connection.request("POST", "/", body="some data")
answer = connection.getresponse()
print(answer.status, answer.reason, answer.chunked, answer.read())
connection.request("DELETE", "/")
answer = connection.getresponse()
print(answer.status, answer.read()[:15], answer.isclosed())
connection.close()
server.shutdown()
server.server_close()

os.chdir(tempfile.mkdtemp())
with open("x.txt", "w") as file:
    file.write("a file")
os.mkdir("folder")
http.server.SimpleHTTPRequestHandler.log_message = lambda *args: None
server = serve(http.server.SimpleHTTPRequestHandler)
for method, path in (("GET", "/x.txt"), ("HEAD", "/x.txt"), ("GET", "/nothing"), ("GET", "/folder"), ("GET", "/"), ("GET", "/../../etc")):
    connection = http.client.HTTPConnection(f"127.0.0.1:{server.server_port}")
    connection.request(method, path)
    answer = connection.getresponse()
    print(method, path, answer.status, answer.reason, answer.getheader("Content-Length"), answer.getheader("Location"), len(answer.read()))
    connection.close()
server.shutdown()
server.server_close()

cookies = SimpleCookie("a=1; b=\"two; x\"; c")
print(cookies, len(cookies))
cookies = SimpleCookie("session=abc; theme=dark")
cookies["session"]["httponly"] = True
cookies["session"]["max-age"] = 3600
cookies["new"] = "with space"
print(cookies.output())
print({name: morsel.value for name, morsel in cookies.items()}, cookies["new"].OutputString())
try:
    http.client.HTTPConnection("host:port")
except http.client.InvalidURL as error:
    print(error)
try:
    http.client.HTTPConnection("localhost").getresponse()
except http.client.ResponseNotReady as error:
    print(error)
