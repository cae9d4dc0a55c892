"""The states and methods of HTTP. Clients and servers are not here."""
from enum import IntEnum, StrEnum

__all__ = ["HTTPStatus", "HTTPMethod"]

# Number and name, then the description; the phrase is made of the name.
_STATES = """
100 CONTINUE: Request received, please continue
101 SWITCHING_PROTOCOLS: Switching to new protocol; obey Upgrade header
102 PROCESSING
103 EARLY_HINTS
200 OK: Request fulfilled, document follows
201 CREATED: Document created, URL follows
202 ACCEPTED: Request accepted, processing continues off-line
203 NON_AUTHORITATIVE_INFORMATION: Request fulfilled from cache
204 NO_CONTENT: Request fulfilled, nothing follows
205 RESET_CONTENT: Clear input form for further input
206 PARTIAL_CONTENT: Partial content follows
207 MULTI_STATUS
208 ALREADY_REPORTED
226 IM_USED
300 MULTIPLE_CHOICES: Object has several resources -- see URI list
301 MOVED_PERMANENTLY: Object moved permanently -- see URI list
302 FOUND: Object moved temporarily -- see URI list
303 SEE_OTHER: Object moved -- see Method and URL list
304 NOT_MODIFIED: Document has not changed since given time
305 USE_PROXY: You must use proxy specified in Location to access this resource
307 TEMPORARY_REDIRECT: Object moved temporarily -- see URI list
308 PERMANENT_REDIRECT: Object moved permanently -- see URI list
400 BAD_REQUEST: Bad request syntax or unsupported method
401 UNAUTHORIZED: No permission -- see authorization schemes
402 PAYMENT_REQUIRED: No payment -- see charging schemes
403 FORBIDDEN: Request forbidden -- authorization will not help
404 NOT_FOUND: Nothing matches the given URI
405 METHOD_NOT_ALLOWED: Specified method is invalid for this resource
406 NOT_ACCEPTABLE: URI not available in preferred format
407 PROXY_AUTHENTICATION_REQUIRED: You must authenticate with this proxy before proceeding
408 REQUEST_TIMEOUT: Request timed out; try again later
409 CONFLICT: Request conflict
410 GONE: URI no longer exists and has been permanently removed
411 LENGTH_REQUIRED: Client must specify Content-Length
412 PRECONDITION_FAILED: Precondition in headers is false
413 CONTENT_TOO_LARGE: Content is too large
413 REQUEST_ENTITY_TOO_LARGE
414 URI_TOO_LONG: URI is too long
414 REQUEST_URI_TOO_LONG
415 UNSUPPORTED_MEDIA_TYPE: Entity body in unsupported format
416 RANGE_NOT_SATISFIABLE: Cannot satisfy request range
416 REQUESTED_RANGE_NOT_SATISFIABLE
417 EXPECTATION_FAILED: Expect condition could not be satisfied
418 IM_A_TEAPOT: Server refuses to brew coffee because it is a teapot.
421 MISDIRECTED_REQUEST: Server is not able to produce a response
422 UNPROCESSABLE_CONTENT
422 UNPROCESSABLE_ENTITY
423 LOCKED
424 FAILED_DEPENDENCY
425 TOO_EARLY
426 UPGRADE_REQUIRED
428 PRECONDITION_REQUIRED: The origin server requires the request to be conditional
429 TOO_MANY_REQUESTS: The user has sent too many requests in a given amount of time ("rate limiting")
431 REQUEST_HEADER_FIELDS_TOO_LARGE: The server is unwilling to process the request because its header fields are too large
451 UNAVAILABLE_FOR_LEGAL_REASONS: The server is denying access to the resource as a consequence of a legal demand
500 INTERNAL_SERVER_ERROR: Server got itself in trouble
501 NOT_IMPLEMENTED: Server does not support this operation
502 BAD_GATEWAY: Invalid responses from another server/proxy
503 SERVICE_UNAVAILABLE: The server cannot process the request due to a high load
504 GATEWAY_TIMEOUT: The gateway server did not receive a timely response
505 HTTP_VERSION_NOT_SUPPORTED: Cannot fulfill request
506 VARIANT_ALSO_NEGOTIATES
507 INSUFFICIENT_STORAGE
508 LOOP_DETECTED
510 NOT_EXTENDED
511 NETWORK_AUTHENTICATION_REQUIRED: The client needs to authenticate to gain network access
"""
_PHRASES = {
    "OK": "OK",
    "NON_AUTHORITATIVE_INFORMATION": "Non-Authoritative Information",
    "MULTI_STATUS": "Multi-Status",
    "IM_USED": "IM Used",
    "URI_TOO_LONG": "URI Too Long",
    "IM_A_TEAPOT": "I'm a Teapot",
    "HTTP_VERSION_NOT_SUPPORTED": "HTTP Version Not Supported",
}


def _members():
    for line in _STATES.split("\n"):
        head, _, description = line.partition(": ")
        value, _, name = head.partition(" ")
        if name:
            yield name, (int(value), _PHRASES.get(name, name.replace("_", " ").title()), description)


class _WithPhrase(IntEnum):
    """A number with a phrase and a description."""

    def __new__(cls, value, phrase="", description=""):
        self = int.__new__(cls, value)
        self._value_ = value
        self.phrase, self.description = phrase, description
        return self

    is_informational = property(lambda self: 100 <= self <= 199)
    is_success = property(lambda self: 200 <= self <= 299)
    is_redirection = property(lambda self: 300 <= self <= 399)
    is_client_error = property(lambda self: 400 <= self <= 499)
    is_server_error = property(lambda self: 500 <= self <= 599)


HTTPStatus = _WithPhrase("HTTPStatus", list(_members()), module=__name__)
HTTPStatus.__doc__ = "The states of answers, with their phrases and descriptions."


class HTTPMethod(StrEnum):
    """The methods of requests, with their descriptions."""

    def __new__(cls, value, description):
        self = str.__new__(cls, value)
        self._value_ = value
        self.description = description
        return self

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}>"

    CONNECT = "CONNECT", "Establish a connection to the server."
    DELETE = "DELETE", "Remove the target."
    GET = "GET", "Retrieve the target."
    HEAD = "HEAD", "Same as GET, but only retrieve the status line and header section."
    OPTIONS = "OPTIONS", "Describe the communication options for the target."
    PATCH = "PATCH", "Apply partial modifications to a target."
    POST = "POST", "Perform target-specific processing with the request payload."
    PUT = "PUT", "Replace the target with the request payload."
    TRACE = "TRACE", "Perform a message loop-back test along the path to the target."
