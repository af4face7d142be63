IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def ip_address(address):
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError("%r does not appear to be an IPv4 or IPv6 address" % (address,))


def ip_network(address, strict=True):
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError("%r does not appear to be an IPv4 or IPv6 network" % (address,))


def ip_interface(address):
    for kind in (IPv4Interface, IPv6Interface):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError("%r does not appear to be an IPv4 or IPv6 interface" % (address,))


def v4_int_to_packed(address):
    return address.to_bytes(4, "big")


def v6_int_to_packed(address):
    return address.to_bytes(16, "big")


def _parse_v4(text):
    octets = text.split(".")
    if len(octets) != 4:
        raise AddressValueError("Expected 4 octets in %r" % text)
    value = 0
    for octet in octets:
        if not octet:
            raise AddressValueError("Empty octet not permitted in %r" % text)
        if not (octet.isdigit() and octet.isascii()):
            raise AddressValueError("Only decimal digits permitted in %r in %r" % (octet, text))
        if len(octet) > 3:
            raise AddressValueError("At most 3 characters permitted in %r in %r" % (octet, text))
        if octet != "0" and octet[0] == "0":
            raise AddressValueError("Leading zeros are not permitted in %r in %r" % (octet, text))
        number = int(octet)
        if number > 255:
            raise AddressValueError("Octet %d (> 255) not permitted in %r" % (number, text))
        value = value << 8 | number
    return value


def _text_v4(value):
    return "%d.%d.%d.%d" % (value >> 24 & 255, value >> 16 & 255, value >> 8 & 255, value & 255)


def _parse_v6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError("At least 3 parts expected in %r" % text)
    if "." in parts[-1]:
        low = _parse_v4(parts.pop())
        parts.append("%x" % (low >> 16))
        parts.append("%x" % (low & 0xFFFF))
    if len(parts) > 9:
        raise AddressValueError("At most 8 colons permitted in %r" % text)
    gap = None
    for i in range(1, len(parts) - 1):
        if not parts[i]:
            if gap is not None:
                raise AddressValueError("At most one '::' permitted in %r" % text)
            gap = i
    if gap is None:
        if len(parts) != 8:
            raise AddressValueError("Exactly 8 parts expected without '::' in %r" % text)
        if not parts[0]:
            raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
        if not parts[-1]:
            raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
        high, low = parts, []
    else:
        high, low = parts[:gap], parts[gap + 1 :]
        if high and not high[0]:
            if len(high) > 1:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            high = []
        if low and not low[-1]:
            if len(low) > 1:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            low = []
        if len(high) + len(low) > 7:
            raise AddressValueError("Expected at most 7 other parts with '::' in %r" % text)
    value = 0
    for part in high + ["0"] * (8 - len(high) - len(low)) + low:
        if not part or part.strip("0123456789abcdefABCDEF"):
            raise AddressValueError("Only hex digits permitted in %r in %r" % (part, text))
        if len(part) > 4:
            raise AddressValueError("At most 4 characters permitted in %r in %r" % (part, text))
        value = value << 16 | int(part, 16)
    return value


def _groups_v6(value):
    return [value >> shift & 0xFFFF for shift in range(112, -16, -16)]


def _text_v6(value):
    groups = ["%x" % group for group in _groups_v6(value)]
    best, length, start = -1, 1, None
    for i in range(9):
        if i < 8 and groups[i] == "0":
            start = i if start is None else start
        elif start is not None:
            if i - start > length:
                best, length = start, i - start
            start = None
    if best < 0:
        return ":".join(groups)
    return ":".join(groups[:best]) + "::" + ":".join(groups[best + length :])


class _Family:
    # What addresses and networks of a version share.
    @property
    def exploded(self):
        return self._exploded()

    @property
    def compressed(self):
        return str(self)


class _Address(_Family):
    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError("%d (< 0) is not permitted as an IPv%d address" % (address, self.version))
            if address >> self.max_prefixlen:
                raise AddressValueError(
                    "%d (>= 2**%d) is not permitted as an IPv%d address" % (address, self.max_prefixlen, self.version)
                )
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) * 8 != self.max_prefixlen:
                raise AddressValueError(
                    "%r (len %d != %d) is not permitted as an IPv%d address"
                    % (address, len(address), self.max_prefixlen // 8, self.version)
                )
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError("Unexpected '/' in %r" % text)
            self._ip = self._parse(text)

    def _parse(self, text):
        if self.version == 4:
            return _parse_v4(text)
        text, percent, scope = text.partition("%")
        if percent:
            if not scope or "%" in scope:
                raise AddressValueError('Invalid IPv6 address: "%r"' % (text + percent + scope))
            self._scope = scope
        return _parse_v6(text)

    _scope = None

    def _exploded(self):
        if self.version == 4:
            return str(self)
        return ":".join(["%04x" % group for group in _groups_v6(self._ip)]) + (
            "%" + self._scope if self._scope else ""
        )

    def __str__(self):
        if self.version == 4:
            return _text_v4(self._ip)
        return _text_v6(self._ip) + ("%" + self._scope if self._scope else "")

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __int__(self):
        return self._ip

    def __index__(self):
        return self._ip

    def __hash__(self):
        return hash((self._ip, self._scope))

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return self._ip == other._ip and self.version == other.version and self._scope == other._scope

    def _below(self, other):
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return self._ip - other._ip

    def __lt__(self, other):
        return self._below(other) < 0 if isinstance(other, _Address) else NotImplemented

    def __le__(self, other):
        return self._below(other) <= 0 if isinstance(other, _Address) else NotImplemented

    def __gt__(self, other):
        return self._below(other) > 0 if isinstance(other, _Address) else NotImplemented

    def __ge__(self, other):
        return self._below(other) >= 0 if isinstance(other, _Address) else NotImplemented

    def __add__(self, other):
        return self._plain(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self._plain(self._ip - other) if isinstance(other, int) else NotImplemented

    def _plain(self, value):
        return IPv4Address(value) if self.version == 4 else IPv6Address(value)

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        if spec[-1] in "bnxX":
            kind = spec[-1]
            if kind == "n":
                kind = "b" if self.version == 4 else "x"
            width = self.max_prefixlen if kind == "b" else self.max_prefixlen // 4
            digits = format(self._ip, kind)
            digits = "0" * (width - len(digits)) + digits
            if "_" in spec:
                digits = "_".join([digits[i : i + 4] for i in range(0, width, 4)])
            return ("0" + kind.lower() if "#" in spec else "") + digits
        raise ValueError("Unknown format code '%s' for object of type '%s'" % (spec[-1], type(self).__name__))

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    @property
    def reverse_pointer(self):
        if self.version == 4:
            return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"
        return ".".join(reversed(list(self._exploded().replace(":", "")))) + ".ip6.arpa"

    def _in(self, names):
        for name in names:
            network = _network(name)
            if network.version == self.version and self._ip & network._mask == network._ip:
                return True
        return False

    @property
    def is_multicast(self):
        return self._in(("224.0.0.0/4", "ff00::/8"))

    @property
    def is_private(self):
        if self.version == 6 and self._ip >> 32 == 0xFFFF:
            return IPv4Address(self._ip & 0xFFFFFFFF).is_private
        return self._in(_PRIVATE)

    @property
    def is_global(self):
        if self.version == 6 and self._ip >> 32 == 0xFFFF:
            return IPv4Address(self._ip & 0xFFFFFFFF).is_global
        return not self._in(("100.64.0.0/10",)) and not self.is_private

    @property
    def is_reserved(self):
        return self._in(_RESERVED)

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._in(("127.0.0.0/8", "::1/128"))

    @property
    def is_link_local(self):
        return self._in(("169.254.0.0/16", "fe80::/10"))


_PRIVATE = (
    "0.0.0.0/8",
    "10.0.0.0/8",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/29",
    "192.0.0.170/31",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "240.0.0.0/4",
    "255.255.255.255/32",
    "::1/128",
    "::/128",
    "::ffff:0:0/96",
    "100::/64",
    "2001::/23",
    "2001:2::/48",
    "2001:db8::/32",
    "2001:10::/28",
    "fc00::/7",
    "fe80::/10",
)
_RESERVED = (
    "240.0.0.0/4",
    "::/8",
    "100::/8",
    "200::/7",
    "400::/6",
    "800::/5",
    "1000::/4",
    "4000::/3",
    "6000::/3",
    "8000::/3",
    "a000::/3",
    "c000::/3",
    "e000::/4",
    "f000::/5",
    "f800::/6",
    "fe00::/9",
)
_known = {}


def _network(name):
    network = _known.get(name)
    if network is None:
        network = _known[name] = IPv6Network(name) if ":" in name else IPv4Network(name)
    return network


class IPv4Address(_Address):
    version = 4
    max_prefixlen = 32


class IPv6Address(_Address):
    version = 6
    max_prefixlen = 128

    @property
    def scope_id(self):
        return self._scope

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def is_site_local(self):
        return self._in(("fec0::/10",))

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


class _Network(_Family):
    def __init__(self, address, strict=True):
        prefix = self.max_prefixlen
        if isinstance(address, tuple):
            host = address[0]
            if len(address) > 1:
                prefix = self._prefix(address[1])
        elif isinstance(address, (int, bytes)):
            host = address
        else:
            host, slash, mask = str(address).partition("/")
            if "/" in mask:
                raise AddressValueError("Only one '/' permitted in %r" % address)
            if slash:
                prefix = self._prefix(mask)
        value = self._address(host)._ip
        self.prefixlen = prefix
        self._mask = ((1 << prefix) - 1) << (self.max_prefixlen - prefix)
        if strict and value & self._mask != value:
            raise ValueError("%s has host bits set" % (address if not isinstance(address, tuple) else "%s/%s" % address,))
        self._ip = value & self._mask

    def _address(self, value):
        return IPv4Address(value) if self.version == 4 else IPv6Address(value)

    def _prefix(self, mask):
        if isinstance(mask, int):
            if not 0 <= mask <= self.max_prefixlen:
                raise NetmaskValueError("%r is not a valid netmask" % mask)
            return mask
        if mask.isdigit() and mask.isascii():
            if int(mask) > self.max_prefixlen:
                raise NetmaskValueError("%r is not a valid netmask" % mask)
            return int(mask)
        if self.version == 4:
            try:
                value = _parse_v4(mask)
            except AddressValueError:
                raise NetmaskValueError("%r is not a valid netmask" % mask)
            for bits in (value, value ^ 0xFFFFFFFF):
                # A netmask is ones, then zeros; a host mask the other way round.
                inverted = bits ^ 0xFFFFFFFF
                if inverted & (inverted + 1) == 0:
                    return 32 - inverted.bit_length()
        raise NetmaskValueError("%r is not a valid netmask" % mask)

    @property
    def network_address(self):
        return self._address(self._ip)

    @property
    def broadcast_address(self):
        return self._address(self._ip | self._host_bits())

    def _host_bits(self):
        return (1 << (self.max_prefixlen - self.prefixlen)) - 1

    @property
    def netmask(self):
        return self._address(self._mask)

    @property
    def hostmask(self):
        return self._address(self._host_bits())

    @property
    def num_addresses(self):
        return 1 << (self.max_prefixlen - self.prefixlen)

    @property
    def with_prefixlen(self):
        return "%s/%d" % (self.network_address, self.prefixlen)

    @property
    def with_netmask(self):
        return "%s/%s" % (self.network_address, self.netmask)

    @property
    def with_hostmask(self):
        return "%s/%s" % (self.network_address, self.hostmask)

    def _exploded(self):
        return "%s/%d" % (self.network_address.exploded, self.prefixlen)

    def __str__(self):
        return self.with_prefixlen

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __hash__(self):
        return hash((self._ip, self.prefixlen))

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return self.version == other.version and self._ip == other._ip and self.prefixlen == other.prefixlen

    def _below(self, other):
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return self._ip - other._ip or self.prefixlen - other.prefixlen

    def __lt__(self, other):
        return self._below(other) < 0 if isinstance(other, _Network) else NotImplemented

    def __le__(self, other):
        return self._below(other) <= 0 if isinstance(other, _Network) else NotImplemented

    def __gt__(self, other):
        return self._below(other) > 0 if isinstance(other, _Network) else NotImplemented

    def __ge__(self, other):
        return self._below(other) >= 0 if isinstance(other, _Network) else NotImplemented

    def __contains__(self, other):
        if isinstance(other, _Network) or other.version != self.version:
            return False
        return other._ip & self._mask == self._ip

    def __iter__(self):
        for value in range(self._ip, self._ip + self.num_addresses):
            yield self._address(value)

    def __getitem__(self, n):
        size = self.num_addresses
        if not -size <= n < size:
            raise IndexError("address out of range")
        return self._address(self._ip + (n if n >= 0 else n + size))

    def hosts(self):
        first, last = self._ip, self._ip + self.num_addresses - 1
        if self.num_addresses > 2:
            first += 1
            if self.version == 4:
                last -= 1
        value = first
        while value <= last:
            yield self._address(value)
            value += 1

    def overlaps(self, other):
        return self._ip in _Span(other) or other._ip in _Span(self)

    def subnet_of(self, other):
        return self._inside(other)

    def supernet_of(self, other):
        return other._inside(self)

    def _inside(self, other):
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return other.prefixlen <= self.prefixlen and self._ip & other._mask == other._ip

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self.prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self.prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self.prefixlen + prefixlen_diff
        if prefix > self.max_prefixlen:
            raise ValueError("prefix length diff %d is invalid for netblock %s" % (prefix, self))
        step = 1 << (self.max_prefixlen - prefix)
        for value in range(self._ip, self._ip + self.num_addresses, step):
            yield type(self)((value, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self.prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self.prefixlen - new_prefix
        prefix = self.prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError("current prefixlen is %d, cannot have a prefixlen_diff of %d" % (self.prefixlen, prefixlen_diff))
        return type(self)((self._ip, prefix), False)

    def address_exclude(self, other):
        if not other._inside(self):
            raise ValueError("%s not contained in %s" % (other, self))
        if other == self:
            return
        low, high = self.subnets()
        while low != other and high != other:
            if other._inside(low):
                yield high
                low, high = low.subnets()
            else:
                yield low
                low, high = high.subnets()
        yield high if low == other else low

    def compare_networks(self, other):
        order = self._below(other)
        return -1 if order < 0 else int(order > 0)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    is_multicast = property(lambda self: self._both("is_multicast"))
    is_private = property(lambda self: self._both("is_private"))
    is_global = property(lambda self: self._both("is_global"))
    is_reserved = property(lambda self: self._both("is_reserved"))
    is_unspecified = property(lambda self: self._both("is_unspecified"))
    is_loopback = property(lambda self: self._both("is_loopback"))
    is_link_local = property(lambda self: self._both("is_link_local"))


class _Span:
    def __init__(self, network):
        self._low = network._ip
        self._high = network._ip + network.num_addresses - 1

    def __contains__(self, value):
        return self._low <= value <= self._high


class IPv4Network(_Network):
    version = 4
    max_prefixlen = 32


class IPv6Network(_Network):
    version = 6
    max_prefixlen = 128


def _interface(address, network):
    # The address and the network that "192.0.2.5/24" names.
    if isinstance(address, tuple):
        return address[0], network(address, False)
    text = str(address) if not isinstance(address, (int, bytes)) else address
    return (text.partition("/")[0] if isinstance(text, str) else text), network(text, False)


class IPv4Interface(IPv4Address):
    def __init__(self, address):
        host, self.network = _interface(address, IPv4Network)
        IPv4Address.__init__(self, host)

    @property
    def ip(self):
        return IPv4Address(self._ip)

    netmask = property(lambda self: self.network.netmask)
    hostmask = property(lambda self: self.network.hostmask)
    with_prefixlen = property(lambda self: str(self))
    with_netmask = property(lambda self: "%s/%s" % (self.ip, self.netmask))

    def __str__(self):
        return "%s/%d" % (_text_v4(self._ip), self.network.prefixlen)


class IPv6Interface(IPv6Address):
    def __init__(self, address):
        host, self.network = _interface(address, IPv6Network)
        IPv6Address.__init__(self, host)

    @property
    def ip(self):
        return IPv6Address(self._ip)

    netmask = property(lambda self: self.network.netmask)
    hostmask = property(lambda self: self.network.hostmask)
    with_prefixlen = property(lambda self: str(self))

    def __str__(self):
        return "%s/%d" % (_text_v6(self._ip), self.network.prefixlen)


def summarize_address_range(first, last):
    if first.version != last.version:
        raise TypeError("%s and %s are not of the same version" % (first, last))
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network = IPv4Network if first.version == 4 else IPv6Network
    low, high, width = first._ip, last._ip, first.max_prefixlen
    while low <= high:
        bits = min((low & -low).bit_length() - 1 if low else width, (high - low + 1).bit_length() - 1)
        yield network((low, width - bits))
        low += 1 << bits


def collapse_addresses(addresses):
    spans = []
    for item in addresses:
        if isinstance(item, _Network):
            spans.append((item._ip, item._ip + item.num_addresses - 1, item.version))
        else:
            spans.append((item._ip, item._ip, item.version))
    versions = set([span[2] for span in spans])
    if len(versions) > 1:
        raise TypeError("the addresses are not of the same version")
    address = IPv6Address if 6 in versions else IPv4Address
    merged = []
    for low, high, _ in sorted(spans):
        if merged and low <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], high)
        else:
            merged.append([low, high])
    for low, high in merged:
        for network in summarize_address_range(address(low), address(high)):
            yield network


def get_mixed_type_key(item):
    if isinstance(item, _Network):
        return item.version, item._ip, item.prefixlen
    if isinstance(item, _Address):
        return item.version, item._ip
    return NotImplemented
