import { decode } from "../../../knowledge/import/decode.js";

function utf16be(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
}

describe("decoding", () => {
  it.each([
    ["UTF-8", Buffer.from("# Contraseña")],
    ["UTF-8 with a mark", Buffer.from("\ufeff# Contraseña")],
    ["UTF-16 little endian", Buffer.from("\ufeff# Contraseña", "utf16le")],
    ["UTF-16 big endian", utf16be("# Contraseña")],
    ["windows-1252", Buffer.from("# Contraseña", "latin1")],
  ])("reads %s", (_, bytes) => {
    expect(decode(bytes)).toMatchObject({ ok: true, text: "# Contraseña" });
  });

  it("reads the signs that windows-1252 has beside latin1", () => {
    const bytes = Buffer.concat([
      Buffer.from("an ordinary text with "),
      Uint8Array.from([0x93, 0x61, 0x94, 0x80]),
    ]);

    expect(decode(bytes)).toMatchObject({ ok: true, text: "an ordinary text with “a”€" });
  });

  it.each([
    ["DOS", "a\r\nb\r\n"],
    ["old Mac", "a\rb\r"],
    ["Unix", "a\nb\n"],
  ])("makes the line ends of %s alike", (_, text) => {
    expect(decode(Buffer.from(text))).toMatchObject({ ok: true, text: "a\nb\n" });
  });

  it.each([
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00])],
    ["NUL in UTF-8", Buffer.from("a\0b")],
    ["UTF-16 without a mark", Buffer.from("abc", "utf16le")],
    ["half a UTF-16 character", Uint8Array.from([0xff, 0xfe, 0x41])],
    ["UTF-32", Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
    ["bytes that no western text holds", Uint8Array.from([0x41, 0x81, 0x8d, 0x90])],
    ["Shift JIS", Uint8Array.from([0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd])],
  ])("refuses %s", (_, bytes) => {
    expect(decode(bytes).ok).toBe(false);
  });
});
