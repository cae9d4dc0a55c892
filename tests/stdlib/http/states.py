"""States and methods of HTTP."""
import http

for state in http.HTTPStatus:
    print(repr(state), state.phrase, "|", state.description, state.is_success, state.is_client_error, state.is_redirection)
print(list(http.HTTPMethod), http.HTTPMethod.GET, http.HTTPMethod("PUT").description, http.HTTPStatus.OK == 200)
print(http.HTTPStatus(404), f"{http.HTTPStatus.OK}", http.HTTPStatus.REQUEST_ENTITY_TOO_LARGE, http.HTTPStatus["FOUND"])
