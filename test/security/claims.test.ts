import { randomUUID } from "node:crypto";
import type { Request } from "../../contract/index.js";
import { type Cast, framesOf, openCast, say } from "../app/team/cast.js";
import type { DeskClient } from "../support/desk-client.js";

const canary = "canary-claims-51b7";

describe("what is another agent's (S43)", () => {
  let cast: Cast;
  beforeEach(async () => {
    cast = await openCast();
  });
  afterEach(() => cast.desk.stop());

  const accept = (client: DeskClient, attendanceId: string, more: object = {}) =>
    client.ask("attendance:accept", {
      attendanceId,
      requestId: randomUUID(),
      ...more,
    } as Request<"attendance:accept">);
  const codeOf = (answer: { ok: boolean; error?: { code: string } }) =>
    answer.ok ? "taken" : answer.error?.code;

  it("goes to one of those who take it at the same instant, and the other is told who has it", async () => {
    const { attendance } = await cast.wait();

    const answers = await Promise.all([accept(cast.bruno, attendance.id), accept(cast.carla, attendance.id)]);

    const codes = answers.map(codeOf).sort();
    expect(codes.filter((code) => code === "taken")).toHaveLength(1);
    expect(codes.filter((code) => /^attendance\/(?:already-)?taken/.test(code ?? ""))).toHaveLength(1);
  });

  it("is no one's who is away, of another group, a requester, or has no session any more", async () => {
    const { attendance } = await cast.wait();
    await cast.bruno.get("presence:set", { status: "offline" });

    const codes = [
      codeOf(await accept(cast.bruno, attendance.id)),
      codeOf(await accept(cast.diego, attendance.id)),
      codeOf(await accept(cast.ana, attendance.id)),
      codeOf(await accept(cast.carla, randomUUID())),
    ];

    expect(codes[0]).toBe("attendance/offline");
    expect(codes.slice(1).every((code) => code !== "taken" && code !== undefined)).toBe(true);
    const ended = new Promise((resolve) => cast.carla.socket.once("disconnect", resolve));
    await cast.carla.rest("DELETE", "/api/v1/session");
    await ended;
    const { body } = await cast.bruno.rest("GET", "/api/v1/attendances");
    expect(JSON.stringify(body)).toContain(attendance.id);
  });

  it("cannot be taken in another's name: properties that say who are refused", async () => {
    const { attendance } = await cast.wait();
    for (const more of [
      { agentId: cast.id(cast.carla) },
      { accountId: cast.id(cast.carla) },
      { epoch: 99 },
      { force: true },
      { role: "supervisor" },
    ]) {
      expect([more, codeOf(await accept(cast.diego, attendance.id, more))]).toEqual([
        more,
        "request/malformed",
      ]);
    }
  });

  it("is not written into under an old epoch, a guessed one, or none, by who had it or never had it", async () => {
    const { conversationId, attendance, epoch } = await cast.talk();
    await cast.bruno.get("attendance:transfer", {
      attendanceId: attendance.id,
      to: { kind: "agent", id: cast.id(cast.carla) },
    } as Request<"attendance:transfer">);
    const codes: (string | undefined)[] = [];
    for (const [client, under] of [
      [cast.bruno, epoch],
      [cast.bruno, epoch + 1],
      [cast.bruno, epoch + 2],
      [cast.bruno, undefined],
      [cast.diego, epoch],
      [cast.diego, epoch + 1],
      [cast.diego, undefined],
    ] as const) {
      codes.push(codeOf(await say(client, conversationId, canary, under)));
    }

    expect(codes.filter((code) => code === "taken")).toEqual([]);
    expect(new Set(codes.slice(4))).toEqual(new Set(["conversation/not-found"]));
    const { messages } = await cast.ana.get("conversation:sync", { conversationId, afterSeq: 0 });
    expect(JSON.stringify(messages)).not.toContain(canary);
    expect(framesOf(cast.ana)).not.toContain(canary);
  });

  it("is not ended, moved or merged by an agent whose it is not", async () => {
    const { attendance } = await cast.talk();
    const attendanceId = attendance.id;
    for (const client of [cast.diego, cast.carla]) {
      const codes = [
        codeOf(await client.ask("attendance:end", { attendanceId })),
        codeOf(await client.ask("attendance:transfer", { attendanceId, to: { kind: "assistant" } })),
        codeOf(await client.ask("attendance:assign", { attendanceId, agentId: cast.id(client) })),
        codeOf(await client.ask("attendance:take-over", { attendanceId, requestId: randomUUID(), epoch: 1 })),
      ];
      expect(codes.filter((code) => code === "taken" || code === undefined)).toEqual([]);
    }
    expect(codeOf(await say(cast.bruno, attendance.conversationId, "still mine", 99))).not.toBe("taken");
  });
});
