import { BlockList, isIP } from "node:net";

/** What no server of somebody else can stand behind (RFC 6890 and its registries). */
const special = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  special.addSubnet(net, prefix, "ipv4");
}

/** Of IPv6 only what is given out is public; the ways to carry an IPv4 address inside one are not. */
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");
const carrying = new BlockList();
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  carrying.addSubnet(net, prefix, "ipv6");
}

/** Whether this is an address in the internet at large, and not one of this machine or of a network around it. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, "ipv4");
    case 6:
      return given.check(address, "ipv6") && !carrying.check(address, "ipv6");
    default:
      return false;
  }
}
