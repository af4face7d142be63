import { BlockList, isIP, isIPv4 } from "node:net";

/** IANA's registry of special-purpose IPv4 addresses (RFC 6890 and later), multicast (RFC 5771) and what is reserved (RFC 1112). */
const SPECIAL_IPV4: readonly [string, number][] = [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // carrier-grade NAT
  ["127.0.0.0", 8], // loopback
  ["169.254.0.0", 16], // link-local, and the metadata of clouds
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments
  ["192.0.2.0", 24], // documentation
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, and broadcast
];

/** Global unicast (RFC 4291) but for IANA's registry of special-purpose IPv6 addresses; 6to4 and Teredo hold an IPv4 address. */
const SPECIAL_IPV6: readonly [string, number][] = [
  ["2001::", 23], // protocol assignments, with Teredo
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4
  ["3fff::", 20], // documentation
];

/** Addresses that a NAT64 gateway sends on to IPv4 (RFC 6052). */
const NAT64 = "64:ff9b::";

const special = new BlockList();
const global = new BlockList();
const loopback = new BlockList();

global.addSubnet("2000::", 3, "ipv6");
global.addSubnet(NAT64, 96, "ipv6");
for (const [net, bits] of SPECIAL_IPV6) special.addSubnet(net, bits, "ipv6");
for (const [net, bits] of SPECIAL_IPV4) {
  special.addSubnet(net, bits, "ipv4");
  special.addSubnet(`${NAT64}${net}`, 96 + bits, "ipv6");
}
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether an address is one of the public Internet. Text that is no address is not. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, "ipv4");
  return isPlainIPv6(address) && global.check(address, "ipv6") && !special.check(address, "ipv6");
}

export function isLoopback(address: string): boolean {
  return isIPv4(address) ? loopback.check(address, "ipv4") : isPlainIPv6(address) && loopback.check(address, "ipv6");
}

/** Without a zone: "fe80::1%eth0" has one. */
function isPlainIPv6(address: string): boolean {
  return isIP(address) === 6 && !address.includes("%");
}
