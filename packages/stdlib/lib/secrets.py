# Random numbers for secrets: all from the host's source of randomness.

from base64 import urlsafe_b64encode
from hmac import compare_digest
from random import SystemRandom

DEFAULT_ENTROPY = 32
_system = SystemRandom()
randbits = _system.getrandbits


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
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode()
