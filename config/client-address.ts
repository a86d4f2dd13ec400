import { isIP } from "node:net";

/**
 * The address a request came from. `X-Forwarded-For` counts only as far as the operator's own proxies wrote it: with
 * `trustedProxies` n the n-th entry from the right. Anything a client writes itself stands further left and has no
 * effect (reliability S31); without proxies the header is not read at all.
 */
export function clientAddress(request: {
  readonly remoteAddress: string | undefined;
  readonly forwardedFor: string | undefined;
  readonly trustedProxies: number;
}): string {
  const peer = plain(request.remoteAddress ?? "");
  if (request.trustedProxies === 0 || request.forwardedFor === undefined) return peer;
  const hops = request.forwardedFor.split(",").map((part) => plain(part.trim()));
  const claimed = hops[Math.max(0, hops.length - request.trustedProxies)] ?? "";
  return isIP(claimed) === 0 ? peer : claimed;
}

/** `::ffff:10.0.0.1` is 10.0.0.1: one client must not count as two. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
