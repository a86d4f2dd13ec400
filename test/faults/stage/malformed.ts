import { connect } from "node:net";

/** Bodies nobody means well with; each in a class that parsers have fallen over (reliability (e)). */
export function malformedBodies(dice: (below: number) => number): string[] {
  const deep = 20_000;
  return [
    '{"text":"x"}',
    '{"type":123}',
    "[".repeat(deep) + "]".repeat(deep),
    `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`,
    '{"type":"message","type":"event"}',
    '{"type":"message","text":1e999}',
    '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}',
    '"\\ud800"',
    "\u0000\u0001\u0002",
    "{",
    "nul",
    "",
    '{"type":"message","serviceUrl":"http://169.254.169.254/","conversation":{"id":{"$ne":null}}}',
    `{"username":["ana"],"password":{"length":4}}`,
    `{"username":"${"a".repeat(dice(200_000))}","password":"x"}`,
    Buffer.from(Array.from({ length: 2000 }, () => dice(256))).toString("latin1"),
  ];
}

/** What is written to a bare connection: requests, upgrades and frames that are none. */
export function malformedBytes(dice: (below: number) => number): Buffer[] {
  const key = "dGhlIHNhbXBsZSBub25jZQ==";
  const upgrade = (path: string, more = "") =>
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${more}\r\n`;
  const frame = (...bytes: number[]) => Buffer.from(bytes);
  const open = Buffer.from(upgrade("/socket.io/?EIO=4&transport=websocket"));
  return [
    Buffer.from(upgrade("/")),
    Buffer.from(upgrade("/api/messages")),
    Buffer.from(upgrade("/socket.io/?EIO=4&transport=websocket&sid=__proto__")),
    Buffer.from(upgrade("/socket.io/?EIO=3&transport=carrier-pigeon")),
    Buffer.from("GET / HTTP/9.9\r\n\r\n"),
    Buffer.from("POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"),
    Buffer.from(
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nzz\r\n",
    ),
    Buffer.from(`GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`),
    Buffer.from(`GET / HTTP/1.1\r\nHost: x\r\n${"X: y\r\n".repeat(5000)}\r\n`),
    // Reserved opcode, unmasked text, a continuation of nothing, a ping above 125 bytes, a length of 2^63.
    Buffer.concat([open, frame(0x83, 0x80, 0, 0, 0, 0)]),
    Buffer.concat([open, frame(0x81, 0x05), Buffer.from("hello")]),
    Buffer.concat([open, frame(0x80, 0x80, 0, 0, 0, 0)]),
    Buffer.concat([open, frame(0x89, 0xfe, 0x00, 0x80, 0, 0, 0, 0), Buffer.alloc(128)]),
    Buffer.concat([open, frame(0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)]),
    Buffer.concat([open, frame(0x01, 0x81, 0, 0, 0, 0, 0xc3), frame(0x80, 0x81, 0, 0, 0, 0, 0x28)]),
    Buffer.from(Array.from({ length: 5000 }, () => dice(256))),
  ];
}

/** Socket.IO packets of somebody who is logged in: wrong names, wrong types, too much of everything. */
export const malformedEvents: readonly (readonly unknown[])[] = [
  ["message:send"],
  ["message:send", null],
  ["message:send", { conversationId: 7, clientMessageId: [], text: {} }],
  ["message:send", { conversationId: "\ud800", clientMessageId: "x", text: "\u0000" }],
  ["conversation:sync", { conversationId: "__proto__", afterSeq: -1 }],
  ["conversation:sync", { conversationId: "x", afterSeq: Number.MAX_VALUE }],
  ["constructor", {}],
  ["__proto__", {}],
  ["toString"],
  ["attendance:accept", ...Array.from({ length: 2000 }, (_, at) => at)],
  ["typing:set", { conversationId: "x", on: "yes", isInternal: true }],
  ["presence:set", { status: Buffer.alloc(1000) }],
];

/** Writes bytes to a port, and resolves with how long it took until the other side had enough, ms at most `withinMs`. */
export function throwAt(port: number, bytes: Buffer, withinMs: number): Promise<number> {
  const since = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(performance.now() - since);
    };
    const timer = setTimeout(end, withinMs);
    socket.on("error", end);
    socket.on("close", end);
    socket.on("data", end);
    socket.write(bytes);
  });
}
