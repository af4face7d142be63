class RequestException(OSError):
    def __init__(self, *args, request=None, response=None):
        super().__init__(*args)
        self.request = request
        self.response = response

    def __str__(self):
        return str(self.args[0]) if self.args else ""


class HTTPError(RequestException):
    pass


class ConnectionError(RequestException):
    pass


class Timeout(RequestException):
    pass


class ConnectTimeout(Timeout):
    pass


class ReadTimeout(Timeout):
    pass


class TooManyRedirects(RequestException):
    pass


class InvalidURL(RequestException):
    pass


class MissingSchema(InvalidURL):
    pass


class InvalidHeader(RequestException):
    pass


class JSONDecodeError(RequestException):
    pass


class NotAllowed(RequestException):
    """The sandbox's own: a rule of the host forbids the request."""


class ResponseTooLarge(RequestException):
    """The sandbox's own: the response is longer than the host allows."""
