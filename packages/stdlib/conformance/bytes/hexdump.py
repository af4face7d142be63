data = bytes((i * 37 + 11) % 256 for i in range(70))
for offset in range(0, len(data), 16):
    chunk = data[offset : offset + 16]
    hexes = " ".join("%02x" % byte for byte in chunk)
    text = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in chunk)
    print("%04x  %-47s  %s" % (offset, hexes, text))


def checksum(block):
    a, b = 1, 0
    for byte in block:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return (b << 16) | a


print(hex(checksum(data)), checksum(b""), checksum(b"Wikipedia"))
import struct

packed = struct.pack("<IHb", 123456789, 65535, -5)
print(packed, struct.unpack("<IHb", packed), struct.calcsize("<IHb"))
print(struct.pack(">d", 1.5), struct.unpack(">d", struct.pack(">d", -2.25)))
