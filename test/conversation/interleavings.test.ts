import fc from "fast-check";
import type { OwnerKind } from "../../contract/index.js";
import {
  type AppendResult,
  type Conversations,
  createConversations,
  createSilentBell,
  type MessageDraft,
} from "../../conversation/index.js";
import { newId } from "../../store/index.js";
import { addAccount } from "../support/desks.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

type Step =
  | { readonly do: "send"; readonly by: "requester" | "assistant" | "anna" | "ben"; readonly name: number }
  | { readonly do: "move"; readonly to: OwnerKind; readonly who: "anna" | "ben"; readonly stale: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("send" as const),
      by: fc.constantFrom("requester" as const, "assistant" as const, "anna" as const, "ben" as const),
      name: fc.nat({ max: 12 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      to: fc.constantFrom<OwnerKind>("assistant", "queue", "agent", "none"),
      who: fc.constantFrom("anna" as const, "ben" as const),
      stale: fc.boolean(),
    }),
  },
);

interface Told {
  readonly draft: MessageDraft;
  readonly result: AppendResult;
}

describe.each(engines)("any interleaving of send, resend, take over, hand back and close on %s", (engine) => {
  let store: TestStore;
  let nodes: Conversations[];
  beforeAll(async () => {
    store = await openTestStore(engine);
    nodes = [1, 2].map(() =>
      createConversations({ store, bell: createSilentBell(), now: Date.now, failed: () => undefined }),
    );
  });
  afterAll(() => store.discard());

  it("stores each acknowledged message once, in a gapless order, under its owner's epoch only", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 8 }), { minLength: 1, maxLength: 6 }),
        async (waves) => {
          const requesterId = await addAccount(store);
          const first = nodes[0];
          if (first === undefined) throw new Error("no node");
          const { id } = await first.open({ requesterId, channel: "web", locale: "en" });
          const told: Told[] = [];
          const owners = new Map<number, string>([[1, "assistant"]]);

          for (const wave of waves) {
            const epoch = (await first.byId(id))?.epoch ?? 0;
            await Promise.all(
              wave.map(async (one, index) => {
                const node = nodes[index % 2] ?? first;
                if (one.do === "move") {
                  const to = { kind: one.to, ...(one.to === "agent" ? { id: one.who } : {}) };
                  const moved = await store.db.transaction().execute((trx) =>
                    node.moveOwnerIn(trx, {
                      conversationId: id,
                      epoch: one.stale ? epoch - 1 : epoch,
                      to,
                      now: 1,
                    }),
                  );
                  if (moved.status === "moved")
                    owners.set(moved.epoch, one.to === "agent" ? one.who : one.to);
                  return;
                }
                const kind = one.by === "anna" || one.by === "ben" ? "agent" : one.by;
                const senderId = one.by === "requester" ? requesterId : one.by;
                const draft: MessageDraft = {
                  conversationId: id,
                  clientMessageId: `name-${one.name}`,
                  sender: { kind, id: senderId, name: one.by },
                  text: `${one.by} ${one.name}`,
                  ...(kind === "requester" ? {} : { epoch }),
                };
                told.push({ draft, result: await node.append(draft) });
              }),
            );
          }

          const rows = await store.db
            .selectFrom("message")
            .selectAll()
            .where("conversation_id", "=", id)
            .orderBy("seq")
            .execute();
          expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
          expect(new Set(rows.map((row) => `${row.sender_id} ${row.client_message_id}`)).size).toBe(
            rows.length,
          );
          const bySeq = new Map(rows.map((row) => [row.seq, row]));
          for (const { draft, result } of told) {
            if (result.status !== "stored" && result.status !== "repeat") continue;
            expect(bySeq.get(result.message.seq)).toMatchObject({
              client_message_id: draft.clientMessageId,
              sender_id: draft.sender.id,
            });
          }
          const acknowledged = new Set(
            told.flatMap(({ result }) => (result.status === "stored" ? [result.message.seq] : [])),
          );
          expect(acknowledged.size).toBe(rows.length);
          for (const row of rows) {
            const owner = owners.get(row.epoch);
            if (row.sender_kind === "requester") expect(owner).not.toBe("none");
            else expect(owner).toBe(row.sender_id);
          }
        },
      ),
      { numRuns: engine === "sqlite" ? 120 : 60 },
    );
  });

  it("lets one of fifty takers at the same instant win", async () => {
    const requesterId = await addAccount(store);
    const first = nodes[0];
    if (first === undefined) throw new Error("no node");
    const { id, epoch } = await first.open({ requesterId, channel: "web", locale: "en" });

    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        store.db.transaction().execute((trx) =>
          first.moveOwnerIn(trx, {
            conversationId: id,
            epoch,
            to: { kind: "agent", id: newId() },
            now: index,
          }),
        ),
      ),
    );

    expect(results.filter((result) => result.status === "moved")).toHaveLength(1);
    expect(results.filter((result) => result.status === "stale")).toHaveLength(49);
  });
});
