/** The parts of `Deskhand <desk@example.com>`, or of a bare address; the address in lower case. */
export function readSender(from: string): {
  readonly name: string;
  readonly address: string;
  readonly host: string;
} {
  const [, name = "", address = from] = /^([^<]*)<([^>]*)>$/.exec(from.trim()) ?? [];
  return {
    name: name.trim(),
    address: address.trim().toLowerCase(),
    host: address.split("@").at(-1) ?? "localhost",
  };
}
