for n in (0, 1, 255, 256, 65535, 2**31, 2**40 + 7, 2**64 - 1):
    big = n.to_bytes(10, "big")
    little = n.to_bytes(10, "little")
    print(n, big, little, int.from_bytes(big, "big"), int.from_bytes(little, "little"))
print(int.from_bytes(b"\x01\x02\x03\x04\x05\x06\x07\x08\x09", "big"))
print(int.from_bytes(bytes(range(1, 12)), "little"))
try:
    (300).to_bytes(1, "big")
except OverflowError:
    print("OverflowError")
