import fc from "fast-check";
import { createFakeDesk, type Fate } from "./fake-desk.js";
import { startTalk, texts } from "./support.js";

type Step =
  | { kind: "send"; refused: boolean }
  | { kind: "say" }
  | { kind: "fate"; fate: Fate }
  | { kind: "cut"; reachable: boolean }
  | { kind: "reconnect" }
  | { kind: "wait"; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("send" as const), refused: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("say" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("fate" as const),
      fate: fc.constantFrom<Fate[]>("lose", "lose-answer", "twice", "late", "deliver"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("cut" as const), reachable: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("reconnect" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(15_000) }) },
);

describe("a talk over a line that loses, doubles, reorders and breaks", () => {
  it("ends with each stored message once in seq order, and each own one stored once or failed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const desk = createFakeDesk();
        const { clock, client, talk } = await startTalk(undefined, desk);
        const sent: string[] = [];
        const shown: number[] = [];
        talk.subscribe(() => shown.push(talk.getSnapshot().lastSeq));

        for (const [index, each] of steps.entries()) {
          if (each.kind === "send") sent.push(talk.send(each.refused ? "forbidden" : `own ${index}`));
          if (each.kind === "say") desk.say(`other ${index}`);
          if (each.kind === "fate") desk.fates.push(each.fate);
          if (each.kind === "cut") {
            desk.state.reachable = each.reachable;
            desk.drop();
          }
          if (each.kind === "reconnect") {
            desk.state.reachable = true;
            client.connect();
          }
          await clock.advance(each.kind === "wait" ? each.ms : 0);
        }
        desk.fates.length = 0;
        desk.drop();
        desk.state.reachable = true;
        client.connect();
        await clock.advance(30_000);

        const { items } = talk.getSnapshot();
        const posted = items.flatMap((item) => (item.kind === "posted" ? [item.message] : []));
        const failed = items.flatMap((item) => (item.kind === "outgoing" ? [item] : []));
        expect(posted).toEqual(desk.stored());
        expect(
          failed.every(({ state, failure }) => state === "failed" && failure?.reason === "refused"),
        ).toBe(true);
        const ended = [
          ...posted.map(({ clientMessageId }) => clientMessageId),
          ...failed.map((item) => item.clientMessageId),
        ];
        expect(sent.map((name) => ended.filter((other) => other === name).length)).toEqual(sent.map(() => 1));
        expect(shown).toEqual([...shown].sort((one, other) => one - other));
        expect(texts(talk)).toHaveLength(new Set(items.map(({ key }) => key)).size);
        talk.stop();
      }),
      { numRuns: 300 },
    );
  });
});
