import { readInitiation, toStatus } from "../../bot/handoff-protocol/index.js";

const transcript = (activities: unknown[]) => [
  { name: "Transcript", contentType: "application/json", content: { activities } },
];
const said = (text: string, role = "user") => ({ type: "message", text, from: { id: "1", role } });

describe("handoff.initiate", () => {
  it("is nothing but the event of that name", () => {
    for (const activity of [
      { type: "message", name: "handoff.initiate" },
      { type: "event", name: "handoff.status" },
      { type: "event" },
    ])
      expect(readInitiation(activity, "en")).toBeUndefined();
  });

  it("is read as a question, fields and lines, whatever stands in it", () => {
    const read = readInitiation(
      {
        type: "event",
        name: "handoff.initiate",
        value: { Skill: "cards", deep: { a: [1] } },
        attachments: [
          ...transcript([said("hi"), said("hello", "bot"), said("my card is gone"), null, {}]),
          "x",
        ],
      },
      "pt",
    );

    expect(read).toEqual({
      question: "my card is gone",
      fields: [
        { name: "Skill", label: "Skill", value: "cards" },
        { name: "deep", label: "deep", value: '{"a":[1]}' },
        {
          name: "transcript",
          label: "Conversa com o outro assistente",
          value: "user: hi\nbot: hello\nuser: my card is gone",
        },
      ],
    });
  });

  it("takes for the question what the person said last, also where nobody has a role", () => {
    const attachments = transcript([
      { type: "message", text: "my printer", from: { id: "user1", name: "User1" } },
      { type: "message", text: "You said: my printer", from: { id: "bot", name: "Bot" } },
    ]);
    const event = { type: "event", name: "handoff.initiate", from: { id: "user1" }, attachments };

    expect(readInitiation(event, "en")?.question).toBe("my printer");
    expect(readInitiation({ ...event, from: undefined }, "en")?.question).toBe(
      "Handed over by another assistant",
    );
  });

  it("keeps no more than people read, and has a question in any case", () => {
    const event = { type: "event", name: "handoff.initiate" };
    const long = readInitiation(
      { ...event, attachments: transcript(Array.from({ length: 1000 }, () => said("x\u0000".repeat(5000)))) },
      "en",
    );

    expect(long?.question.length).toBeLessThanOrEqual(2000);
    expect(long?.fields[0]?.value.length).toBeLessThanOrEqual(20_000);
    expect(JSON.stringify(long)).not.toContain("\\u0000");
    expect(readInitiation({ ...event, value: "just words" }, "es")).toEqual({
      question: "Transferido por otro asistente",
      fields: [{ name: "context", label: "context", value: "just words" }],
    });
  });
});

describe("handoff.status", () => {
  it("tells what a line of the system means for programs, and of all others nothing", () => {
    const of = (
      kind: "attendance-accepted" | "attendance-timed-out" | "attendance-ended" | "ticket-opened",
    ) => toStatus({ text: "told", notice: { kind } })?.value;

    expect(of("attendance-accepted")).toEqual({ state: "accepted", message: "told" });
    expect(of("attendance-timed-out")).toEqual({ state: "failed", message: "told" });
    expect(of("attendance-ended")).toEqual({ state: "completed", message: "told" });
    expect(of("ticket-opened")).toBeUndefined();
    expect(toStatus({ text: "hello" })).toBeUndefined();
  });
});
