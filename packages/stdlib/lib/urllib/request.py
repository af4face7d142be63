import _http
from .error import HTTPError, URLError
from .parse import quote, unquote


class Message(_http.Headers):
    """The headers of a response."""

    def get_content_charset(self, failobj=None):
        return _http.charset(self.get("content-type")) or failobj

    def get_content_type(self):
        return self.get("content-type", "text/plain").partition(";")[0].strip().lower()


class Response:
    def __init__(self, answer):
        self.status = self.code = answer["status"]
        self.reason = self.msg = answer["reason"]
        self.url = answer["url"]
        self.headers = Message()
        for name, value in answer["headers"]:
            self.headers.add(name, value)
        from io import BytesIO

        self._body = BytesIO(answer["body"])

    def read(self, size=-1):
        return self._body.read(-1 if size is None else size)

    def readline(self):
        return self._body.readline()

    def readlines(self):
        return list(self)

    def __iter__(self):
        return iter(self._body)

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = _http.Headers(headers)
        self.method = method

    def add_header(self, name, value):
        self.headers[name] = value

    def get_header(self, name, default=None):
        return self.headers.get(name, default)

    def has_header(self, name):
        return name in self.headers

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url


def urlopen(url, data=None, timeout=None, context=None):
    request = url if isinstance(url, Request) else Request(url)
    body = request.data if data is None else data
    method = request.method or ("GET" if body is None else "POST")
    headers = request.headers.copy()
    if body is not None:
        if isinstance(body, str):
            raise TypeError("POST data should be bytes, not str; encode it")
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        body = bytes(body)
    try:
        answer = _http.send(method, request.full_url, headers.items(), body, timeout)
    except _http.Failure as failure:
        answer = str(failure)
    if isinstance(answer, str):
        raise URLError(answer)
    response = Response(answer)
    if response.status >= 300:
        raise HTTPError(response.url, response.status, response.reason, response.headers, response)
    return response
