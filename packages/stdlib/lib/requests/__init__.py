# The part of requests that programs use most. The host makes the requests: see _http.py.

import json as _json
import _http
from _http import Headers as _Headers
from . import exceptions
from .auth import HTTPBasicAuth as _HTTPBasicAuth
from .exceptions import (
    ConnectionError,
    ConnectTimeout,
    HTTPError,
    JSONDecodeError,
    ReadTimeout,
    RequestException,
    Timeout,
    TooManyRedirects,
)

class Response:
    def __init__(self, answer):
        self.status_code = answer["status"]
        self.reason = answer["reason"]
        self.url = answer["url"]
        self.headers = _http.received(answer["headers"])
        self.content = answer["body"]
        self.history = answer["history"]
        self.encoding = _http.charset(self.headers.get("content-type")) or "utf-8"
        self._text = None

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def text(self):
        if self._text is None or self._text[0] != self.encoding:
            self._text = (self.encoding, _http.decode(self.content, self.encoding))
        return self._text[1]

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    def json(self):
        try:
            return _json.loads(self.text)
        except ValueError as error:
            raise JSONDecodeError("the response of %s is no JSON: %s" % (self.url, error), response=self)

    def raise_for_status(self):
        if self.status_code >= 400:
            side = "Client" if self.status_code < 500 else "Server"
            parts = (self.status_code, side, self.reason, self.url)
            raise HTTPError("%s %s Error: %s for url: %s" % parts, response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        content = self.text if decode_unicode else self.content
        size = chunk_size or len(content) or 1
        for start in range(0, len(content), size):
            yield content[start : start + size]

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        content = self.text if decode_unicode else self.content
        if delimiter is not None:
            lines = content.split(delimiter)
        elif decode_unicode:
            lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        else:
            lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        if lines and not lines[-1]:
            lines.pop()
        return iter(lines)

    def __iter__(self):
        return self.iter_content(128)

    def __bool__(self):
        return self.ok

    def __repr__(self):
        return "<Response [%d]>" % self.status_code

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def close(self):
        pass


def _urlencode(query):
    from urllib.parse import urlencode

    return urlencode(query, True)


def _with_params(url, params):
    if not params:
        return url
    if isinstance(params, bytes):
        params = params.decode()
    if not isinstance(params, str):
        pairs = params.items() if hasattr(params, "items") else params
        params = _urlencode([(name, value) for name, value in pairs if value is not None])
    url, hash, fragment = url.partition("#")
    if params:
        url += ("&" if "?" in url else "?") + params
    return url + hash + fragment


def _body(data, json):
    if json is not None and not data:
        return _json.dumps(json).encode(), "application/json"
    if data is None:
        return None, None
    if isinstance(data, str):
        return data.encode(), None
    if isinstance(data, (bytes, bytearray)):
        return bytes(data), None
    if hasattr(data, "read"):
        content = data.read()
        return content.encode() if isinstance(content, str) else content, None
    return _urlencode(data).encode(), "application/x-www-form-urlencoded"


def _text_of(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def _seconds(timeout):
    # (connect, read): here both are one
    return sum(timeout) if isinstance(timeout, (tuple, list)) else timeout


class Session:
    def __init__(self):
        self.headers = _Headers()
        self.params = {}
        self.auth = None
        self.verify = True

    def request(
        self,
        method,
        url,
        params=None,
        data=None,
        headers=None,
        cookies=None,
        files=None,
        auth=None,
        timeout=None,
        allow_redirects=True,
        proxies=None,
        hooks=None,
        stream=None,
        verify=None,
        cert=None,
        json=None,
    ):
        if files:
            raise NotImplementedError("requests here sends no files; give the body as data")
        body, content_type = _body(data, json)
        sent = self.headers.copy()
        sent.update(headers)
        if content_type is not None:
            sent.setdefault("Content-Type", content_type)
        if cookies:
            sent["Cookie"] = "; ".join("%s=%s" % pair for pair in cookies.items())
        auth = auth or self.auth
        if auth is not None:
            if isinstance(auth, (tuple, list)):
                auth = _HTTPBasicAuth(*auth)
            sent["Authorization"] = auth.header()
        url = _with_params(_with_params(_text_of(url), self.params), params)
        pairs = [(_text_of(name), _text_of(value)) for name, value in sent.items() if value is not None]
        try:
            return Response(_http.send(method.upper(), url, pairs, body, _seconds(timeout), allow_redirects))
        except _http.Failure as failure:
            kind = getattr(exceptions, failure.kind, RequestException)
            message = str(failure)
        raise kind(message)

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def options(self, url, **options):
        return self.request("OPTIONS", url, **options)

    def head(self, url, **options):
        options.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **options)

    def post(self, url, data=None, json=None, **options):
        return self.request("POST", url, data=data, json=json, **options)

    def put(self, url, data=None, **options):
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, data=None, **options):
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def close(self):
        pass


def session():
    return Session()


def request(method, url, **options):
    return Session().request(method, url, **options)


def get(url, params=None, **options):
    return Session().get(url, params=params, **options)


def options(url, **options):
    return Session().options(url, **options)


def head(url, **options):
    return Session().head(url, **options)


def post(url, data=None, json=None, **options):
    return Session().post(url, data, json, **options)


def put(url, data=None, **options):
    return Session().put(url, data, **options)


def patch(url, data=None, **options):
    return Session().patch(url, data, **options)


def delete(url, **options):
    return Session().delete(url, **options)
