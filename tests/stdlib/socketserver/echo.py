import socket
import socketserver
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


class Wrong(socketserver.BaseRequestHandler):
    def handle(self):
        raise ValueError("wrong")


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Upper) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    with socket.create_connection(server.server_address) as client:
        client.sendall(b"hello\nyou\n")
        client.shutdown(socket.SHUT_WR)
        print(client.makefile("rb").read())
    server.shutdown()
    thread.join()


class Datagrams(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


with socketserver.UDPServer(("127.0.0.1", 0), Datagrams) as server, socket.socket(type=socket.SOCK_DGRAM) as client:
    client.sendto(b"abc", server.server_address)
    server.handle_request()
    print(client.recv(10))

server = socketserver.TCPServer(("127.0.0.1", 0), Wrong)
server.handle_error = lambda request, address: print("an error, from", address[0])
with socket.create_connection(server.server_address) as client:
    server.handle_request()
server.timeout = 0.01
server.handle_timeout = lambda: print("nobody came")
server.handle_request()
server.server_close()
