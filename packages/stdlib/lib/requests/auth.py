class HTTPBasicAuth:
    def __init__(self, username, password):
        self.username = username
        self.password = password

    def header(self):
        from binascii import b2a_base64

        pair = "%s:%s" % (self.username, self.password)
        return "Basic " + b2a_base64(pair.encode()).decode().strip()
