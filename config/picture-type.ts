/** What a picture is by its first bytes; what a client calls it counts for nothing (S6). */
export function pictureType(content: Buffer): "image/png" | "image/jpeg" | "image/webp" | undefined {
  const starts = (bytes: readonly number[], from = 0) =>
    bytes.every((byte, at) => content[from + at] === byte);
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (starts([0xff, 0xd8, 0xff])) return "image/jpeg";
  const [riff, webp] = [Buffer.from("RIFF"), Buffer.from("WEBP")];
  return starts([...riff]) && starts([...webp], 8) ? "image/webp" : undefined;
}
