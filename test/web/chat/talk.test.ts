import { keepInMemory } from "../../../web/chat/keeping.js";
import { createFakeDesk, me } from "./fake-desk.js";
import { startTalk, states, texts } from "./support.js";

describe("a talk", () => {
  it("shows what was said before it was opened, page by page (D7)", async () => {
    const desk = createFakeDesk({ pageSize: 2 });
    for (const text of ["1", "2", "3", "4", "5"]) desk.say(text);

    const { talk } = await startTalk(keepInMemory(), desk);

    expect(texts(talk)).toEqual(["1", "2", "3", "4", "5"]);
    expect(talk.getSnapshot()).toMatchObject({ phase: "ready", caughtUp: true, lastSeq: 5 });
  });

  it("orders by seq and not by arrival, and fetches what is missing (D6)", async () => {
    const { desk, clock, talk } = await startTalk();

    desk.fates.push("late");
    desk.say("first");
    desk.say("second");
    desk.fates.push("lose");
    desk.say("third");
    desk.say("fourth");
    await clock.advance(0);

    expect(texts(talk)).toEqual(["first", "second", "third", "fourth"]);
  });

  it("replaces the waiting bubble by the stored message instead of adding one (D10)", async () => {
    const { desk, clock, talk } = await startTalk();
    desk.fates.push("lose");

    talk.send("hello");
    const [before] = talk.getSnapshot().items;
    await clock.advance(15_000);
    const [after] = talk.getSnapshot().items;

    expect(before).toMatchObject({ kind: "outgoing", state: "pending" });
    expect(after).toMatchObject({ kind: "posted", own: true, state: "sent", key: before?.key });
    expect(desk.stored()).toHaveLength(1);
  });

  it("asks again under the same name and the first time when the answer was lost (D1, D12)", async () => {
    const { desk, clock, talk } = await startTalk();
    desk.fates.push("lose-answer", "lose");
    const pressedAt = clock.now();

    talk.send("once");
    await clock.advance(15_000);

    const sends = desk.requests.filter(({ name }) => name === "message:send");
    expect(sends.length).toBeGreaterThan(1);
    expect(new Set(sends.map(({ payload }) => payload.clientMessageId)).size).toBe(1);
    expect(new Set(sends.map(({ payload }) => payload.firstSentAt))).toEqual(new Set([pressedAt]));
    expect(texts(talk)).toEqual(["once"]);
  });

  it("keeps what was not sent through a refresh of the tab, and sends it then (D1)", async () => {
    const keeping = keepInMemory();
    const earlier = await startTalk(keeping);
    earlier.desk.drop();
    earlier.talk.send("written in a tunnel");
    earlier.talk.setDraft("half a sent");
    earlier.talk.stop();

    const { talk, desk } = await startTalk(keeping);

    expect(desk.stored().map(({ text }) => text)).toEqual(["written in a tunnel"]);
    expect(states(talk)).toEqual(["sent"]);
    expect(talk.getSnapshot().draft).toBe("half a sent");
  });

  it("shows a message as not sent when no answer came, and sends it on Resend (S1-23)", async () => {
    const { desk, clock, talk } = await startTalk();
    desk.state.reachable = false;
    desk.drop();

    const name = talk.send("hello?");
    await clock.advance(25_000);
    expect(states(talk)).toEqual(["failed"]);
    desk.state.reachable = true;
    talk.resend(name);
    await clock.advance(0);

    expect(states(talk)).toEqual(["sent"]);
    expect(desk.stored()).toHaveLength(1);
  });

  it("does not send yesterday's words by itself", async () => {
    const { desk, clock, client, talk } = await startTalk();
    desk.state.reachable = false;
    desk.drop();
    talk.send("never mind");
    await clock.advance(11 * 60_000);

    desk.state.reachable = true;
    client.connect();
    await clock.advance(1000);

    expect(states(talk)).toEqual(["failed"]);
    expect(desk.stored()).toHaveLength(0);
  });

  it("tells why the server refused a message, and sends the next one all the same", async () => {
    const { clock, talk } = await startTalk();

    talk.send("forbidden");
    talk.send("fine");
    await clock.advance(0);

    expect(talk.getSnapshot().items).toMatchObject([
      { kind: "posted", state: "sent" },
      { kind: "outgoing", state: "failed", failure: { reason: "refused", code: "message/too-long" } },
    ]);
  });

  it("reads everything anew when the server's log is another one (D9)", async () => {
    const { desk, clock, client, talk } = await startTalk();
    for (const text of ["1", "2", "3"]) desk.say(text);
    desk.drop();
    desk.restore(1);
    desk.say("2 again");

    client.connect();
    await clock.advance(0);
    desk.say("3 again");
    await clock.advance(0);

    expect(texts(talk)).toEqual(["1", "2 again", "3 again"]);
  });

  it("shows own messages as read when the other side has read them", async () => {
    const { desk, clock, talk } = await startTalk();
    talk.send("hello");
    await clock.advance(0);

    const { conversationId } = talk;
    desk.tell("message:was-read", { conversationId, accountId: "x", side: "agent", upToSeq: 1 });

    expect(states(talk)).toEqual(["read"]);
  });

  it("counts unread words of others until they are marked as read", async () => {
    const { desk, clock, talk } = await startTalk();
    desk.say("one");
    desk.say("two");
    expect(talk.getSnapshot().unread).toBe(2);

    talk.markRead();
    await clock.advance(0);

    expect(talk.getSnapshot().unread).toBe(0);
    expect(desk.requests.at(-1)).toMatchObject({ name: "message:read", payload: { upToSeq: 2 } });
  });

  it("forgets a writer who fell silent, and hides the reader's own typing", async () => {
    const { desk, clock, talk } = await startTalk();
    const { conversationId } = talk;

    desk.tell("typing:changed", { conversationId, accountId: "bruno", name: "Bruno", on: true });
    desk.tell("typing:changed", { conversationId, accountId: me.id, name: "Ana", on: true });
    expect(talk.getSnapshot().typists).toEqual([{ accountId: "bruno", name: "Bruno" }]);
    await clock.advance(8000);

    expect(talk.getSnapshot().typists).toEqual([]);
  });
});
