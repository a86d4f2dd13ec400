/** The parts of an address that the socket asks for; an IPv6 host without its brackets. */
export function parse(address: string) {
  const { protocol, hostname, port, search } = new URL(address);
  return {
    protocol: protocol.slice(0, -1),
    host: hostname.replace(/[[\]]/g, ""),
    port,
    query: search.slice(1),
  };
}
