class URLError(OSError):
    def __init__(self, reason, filename=None):
        super().__init__(reason)
        self.reason = reason
        self.filename = filename

    def __str__(self):
        return "<urlopen error %s>" % (self.reason,)


class HTTPError(URLError):
    """Also a response, to be read."""

    def __init__(self, url, code, msg, hdrs, fp):
        super().__init__(msg, url)
        self.url = url
        self.code = self.status = code
        self.msg = msg
        self.headers = hdrs
        self.fp = fp

    def __str__(self):
        return "HTTP Error %s: %s" % (self.code, self.msg)

    def read(self, size=-1):
        return self.fp.read(size)

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.code

    def close(self):
        pass
