import { createHash, timingSafeEqual } from "node:crypto";
import { BlockList, isIPv6 } from "node:net";
import type { Call } from "../http/route.js";

export type MayScrape = (call: Pick<Call<unknown, unknown>, "token" | "address">) => boolean;

/** Loopback, private, link-local and unique local networks (RFC 1918, 3927, 4193, 4291). */
const near = new BlockList();
for (const [net, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const) {
  near.addSubnet(net, prefix, "ipv4");
}
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");
near.addSubnet("fe80::", 10, "ipv6");

/**
 * Who may read the metrics: who brings the token; where none is set, who asks from this machine or a private network.
 * Tokens are compared by their digests, in a time that tells nothing of them.
 */
export function createMayScrape(token: string | undefined): MayScrape {
  if (token === undefined) return ({ address }) => near.check(address, isIPv6(address) ? "ipv6" : "ipv4");
  const wanted = digest(token);
  return (call) => call.token !== undefined && timingSafeEqual(digest(call.token), wanted);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
