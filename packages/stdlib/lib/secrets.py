# Random numbers for secrets: all from the host's source of randomness.

from random import SystemRandom

__all__ = ["SystemRandom", "choice", "compare_digest", "randbelow", "randbits", "token_bytes", "token_hex", "token_urlsafe"]

DEFAULT_ENTROPY = 32
_system = SystemRandom()
randbits = _system.getrandbits


def __getattr__(name):
    if name == "compare_digest":
        from hmac import compare_digest

        globals()[name] = compare_digest
        return compare_digest
    from _lazy import missing

    missing("secrets", name)


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    bits = len("%x" % exclusive_upper_bound) * 4
    while True:
        number = randbits(bits)
        # of what fits the digits, so many times the bound that none is likelier than another
        if number < (1 << bits) // exclusive_upper_bound * exclusive_upper_bound:
            return number % exclusive_upper_bound


def choice(sequence):
    if not len(sequence):
        raise IndexError("Cannot choose from an empty sequence")
    return sequence[randbelow(len(sequence))]


def token_bytes(nbytes=None):
    if nbytes is None:
        nbytes = DEFAULT_ENTROPY
    return _system.getrandbits(8 * nbytes).to_bytes(nbytes, "big") if nbytes else b""


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    from base64 import urlsafe_b64encode

    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode()
