import { type Cast, openCast } from "../team/cast.js";

describe("what is noted as answered", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await openCast();
  });
  afterAll(async () => {
    await cast.desk.stop();
  });

  const respondedAt = async (conversationId: string) => {
    const row = await cast.desk.app.domains.store.db
      .selectFrom("conversation")
      .innerJoin("ticket", "ticket.id", "conversation.ticket_id")
      .select(["ticket.id", "responded_at"])
      .where("conversation.id", "=", conversationId)
      .executeTakeFirstOrThrow();
    return row;
  };

  it("is asked of the store once, and again when the talk is another one (S3-17)", async () => {
    const { records, conversations, store } = cast.desk.app.domains;
    const { conversationId, talk } = await cast.talk();
    const { messages } = await conversations.after(talk.id, 0);
    const said = {
      ...messages[0],
      sender: { kind: "agent", id: cast.id(cast.bruno), name: "Bruno" },
    } as const;
    const message = { ...said, sentAt: 7 } as (typeof messages)[number];
    const forget = async () => {
      const { id } = await respondedAt(conversationId);
      await store.db.updateTable("ticket").set({ responded_at: null }).where("id", "=", id).execute();
    };

    await records.answered.heard(message);
    expect(await respondedAt(conversationId)).toMatchObject({ responded_at: 7 });
    await records.answered.heard(message);
    await forget();
    await records.answered.heard({ ...message, sentAt: 8 });
    expect(await respondedAt(conversationId)).toMatchObject({ responded_at: null });

    conversations.announce({ conversationIds: [conversationId] });
    await records.answered.heard({ ...message, sentAt: 9 });
    expect(await respondedAt(conversationId)).toMatchObject({ responded_at: 9 });
  });
});
