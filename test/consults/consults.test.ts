import { randomUUID } from "node:crypto";
import { sideOf } from "../../conversation/index.js";
import { addAccount, addGroup } from "../support/desks.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";
import { openConsults, type TestConsults } from "./desk.js";

describe.each(engines)("consults on %s", (engine) => {
  let store: TestStore;
  let desk: TestConsults;
  beforeAll(async () => {
    store = await openTestStore(engine);
    desk = await openConsults(store);
  });
  afterEach(() => expect(desk.failures).toEqual([]));
  afterAll(() => store.discard());

  const people = async () => ({
    bruno: await desk.colleague("Bruno"),
    carla: await desk.colleague("Carla"),
    diego: await desk.colleague("Diego"),
  });
  const principal = (person: { accountId: string; name: string }, role: "agent" | "admin" = "agent") => ({
    ...person,
    role,
    groupIds: [],
    sessionId: "",
  });
  const eventsOf = async (id: string, person: Parameters<TestConsults["consults"]["transcript"]>[0]) =>
    (await desk.consults.transcript(person, id)).messages.map(({ notice, text }) => notice?.event ?? text);

  it("lets in whom it invites once they accept, and tells the others nothing (S4-8, S4-9, S4-10, S4-20)", async () => {
    const { bruno, carla, diego } = await people();
    const { consults } = desk;
    const { id } = await desk.start(bruno, [carla, diego]);

    const invited = await consults.list(carla, { view: "open", limit: 10 });
    const before = await sideOf(store.db, principal(carla), id);
    await desk.say(bruno, id, "only for those inside");
    await consults.accept(carla, id);
    await consults.accept(carla, id);
    const late = await eventsOf(id, carla);

    expect(invited.items[0]).toMatchObject({
      id,
      mine: "invited",
      invitedBy: { name: "Bruno" },
      participants: [],
    });
    expect(before).toBeUndefined();
    expect(await sideOf(store.db, principal(diego), id)).toBeUndefined();
    expect(await sideOf(store.db, principal(diego, "admin"), id)).toBeUndefined();
    expect((await desk.say(diego, id, "let me in")).status).toBe("missing");
    await expect(consults.transcript(diego, id)).rejects.toMatchObject({ code: "consult/not-found" });
    expect(late).toEqual(["started", "invited", "invited", "only for those inside", "joined"]);
  });

  it("invites whole groups, by anybody who is in, and never a requester (S4-1, S4-14)", async () => {
    const { bruno, carla } = await people();
    const groupId = await addGroup(store);
    const eva = await desk.colleague("Eva", [groupId]);
    const requester = await addAccount(store, { role: "requester", groupIds: [groupId] });
    const { id } = await desk.start(bruno, [carla]);
    await desk.consults.accept(carla, id);

    const { participants } = await desk.consults.invite(carla, id, {
      accountIds: [requester],
      groupIds: [groupId],
    });
    const refused = desk.consults.invite(carla, id, { accountIds: [requester], groupIds: [] });

    expect(participants.map(({ person, state }) => `${person.name} ${state}`)).toEqual([
      "Bruno joined",
      "Carla joined",
      "Eva invited",
    ]);
    await expect(refused).rejects.toMatchObject({ code: "consult/no-invitee" });
    await expect(
      desk.consults.invite(eva, id, { accountIds: [bruno.accountId], groupIds: [] }),
    ).rejects.toMatchObject({ code: "consult/not-found" });
  });

  it("starts once however often it is asked, and joins once however many tabs accept", async () => {
    const { bruno, carla } = await people();
    const input = {
      originator: bruno,
      requestId: randomUUID(),
      title: "",
      locale: "en" as const,
      invitees: { accountIds: [carla.accountId], groupIds: [] },
    };

    const started = await Promise.all(Array.from({ length: 8 }, () => desk.consults.start(input)));
    const id = started[0]?.id ?? "";
    await Promise.all(Array.from({ length: 8 }, () => desk.consults.accept(carla, id)));

    expect(new Set(started.map((one) => one.id)).size).toBe(1);
    expect((await eventsOf(id, bruno)).filter((event) => event === "joined")).toHaveLength(1);
  });

  it("goes on when somebody leaves, and who has left hears, reads and says no more (S4-15)", async () => {
    const { bruno, carla, diego } = await people();
    const { consults } = desk;
    const { id } = await desk.start(bruno, [carla, diego]);
    await Promise.all([consults.accept(carla, id), consults.accept(diego, id)]);

    const left = await consults.leave(carla, id);
    await consults.leave(carla, id);
    await desk.say(bruno, id, "after Carla");

    expect(left).toMatchObject({ mine: "left", participants: [] });
    expect((await desk.say(carla, id, "me again")).status).toBe("missing");
    expect(await sideOf(store.db, principal(carla), id)).toBeUndefined();
    expect((await eventsOf(id, carla)).at(-1)).toBe("left");
    expect((await desk.say(diego, id, "still here")).status).toBe("stored");
  });

  it("ends for everybody when the originator leaves, with length and transcript for its ticket (S4-2, S4-16, S4-27, S4-28, S4-29)", async () => {
    const { bruno, carla } = await people();
    const ticketId = randomUUID();
    const { id } = await desk.start(bruno, [carla], { ticketId });
    await desk.consults.accept(carla, id);
    await desk.say(carla, id, "restart the spooler");
    desk.clock.now += 12 * 60_000;

    await Promise.all([desk.consults.leave(bruno, id), desk.consults.leave(bruno, id)]);

    const memos = desk.ended.filter((fact) => fact.ticketId === ticketId);
    expect(memos).toHaveLength(1);
    expect(memos[0]?.memo).toMatchObject({ consultId: id, spentMs: 12 * 60_000, names: ["Bruno", "Carla"] });
    expect(memos[0]?.memo.lines.map(({ notice, text }) => notice?.event ?? text)).toEqual([
      "started",
      "invited",
      "joined",
      "restart the spooler",
      "ended",
    ]);
    expect((await desk.say(carla, id, "one more thing")).status).toBe("closed");
    await expect(
      desk.consults.invite(carla, id, { accountIds: [bruno.accountId], groupIds: [] }),
    ).rejects.toMatchObject({ code: "consult/ended" });
  });

  it("ends whole or not at all: a ticket that cannot be written keeps it open", async () => {
    const failing = await openConsults(store, { failAtEnd: new Error("no") });
    const { bruno, carla } = await people();
    const { id } = await failing.start(bruno, [carla], { ticketId: randomUUID() });

    await expect(failing.consults.leave(bruno, id)).rejects.toThrow("no");

    expect(
      (await failing.consults.list(bruno, { view: "open", limit: 9 })).items.map((one) => one.id),
    ).toContain(id);
    expect((await failing.say(bruno, id, "still open")).status).toBe("stored");
  });

  it("keeps workbench consults in Messages for those who were there, found by words, people and title (S4-4)", async () => {
    const { bruno, carla, diego } = await people();
    const { consults } = desk;
    const { id } = await desk.start(bruno, [carla, diego]);
    await consults.accept(carla, id);
    await desk.say(carla, id, "Look at the 100%_Quokka log");
    await consults.leave(bruno, id);
    const found = async (person: typeof bruno, q: string) =>
      (await consults.list(person, { view: "ended", q, limit: 10 })).items.map((one) => one.id);

    expect(await found(bruno, "quokka")).toEqual([id]);
    expect(await found(carla, "100%_q")).toEqual([id]);
    expect(await found(carla, "100%x")).toEqual([]);
    expect(await found(bruno, "Carla")).toContain(id);
    expect(await found(diego, "quokka")).toEqual([]);
    expect(desk.ended.some((fact) => fact.memo.consultId === id)).toBe(false);
  });

  it("pauses, resumes and takes Chat Time by hand from the originator, and tells all of it (S4-17, S4-18, S4-19)", async () => {
    const { bruno, carla } = await people();
    const { consults, clock } = desk;
    const { id } = await desk.start(bruno, [carla]);
    await consults.accept(carla, id);

    clock.now += 60_000;
    await consults.changeTime(bruno, id, { kind: "pause" });
    clock.now += 600_000;
    await consults.changeTime(bruno, id, { kind: "pause" });
    await consults.changeTime(bruno, id, { kind: "resume" });
    clock.now += 60_000;
    const { clock: shown } = await consults.changeTime(bruno, id, { kind: "set", spentMs: 900_000 });
    const refused = consults.changeTime(carla, id, { kind: "pause" });
    clock.now += 30_000;
    await expect(refused).rejects.toMatchObject({ code: "consult/not-originator" });
    await consults.leave(bruno, id);

    expect(shown.spentMs).toBe(900_000);
    const { messages } = await consults.transcript(carla, id);
    const told = messages.map(({ notice }) => `${notice?.event} ${notice?.spentMs ?? ""}`);
    expect(told.slice(3)).toEqual(["paused 60000", "resumed 60000", "time-set 900000", "ended 930000"]);
  });

  it("takes a dropped line for no leaving until the grace is over, and counts no time after the drop (S4-16)", async () => {
    const { bruno, carla } = await people();
    const { consults, clock, online } = desk;
    const { id } = await desk.start(bruno, [carla]);
    await consults.accept(carla, id);
    const isOpen = async () =>
      (await consults.list(carla, { view: "open", limit: 50 })).items.some((one) => one.id === id);

    online.delete(bruno.accountId);
    await consults.sweep();
    clock.now += 59_000;
    await consults.sweep();
    const withinGrace = await isOpen();
    online.add(bruno.accountId);
    await consults.sweep();
    clock.now += 120_000;
    await consults.sweep();
    const afterReturn = await isOpen();
    online.delete(bruno.accountId);
    await consults.sweep();
    clock.canSeeLines = false;
    clock.now += 120_000;
    await consults.sweep();
    const whileBlind = await isOpen();
    clock.canSeeLines = true;
    await Promise.all([consults.sweep(), consults.sweep()]);

    expect({ withinGrace, afterReturn, whileBlind }).toEqual({
      withinGrace: true,
      afterReturn: true,
      whileBlind: true,
    });
    expect(await isOpen()).toBe(false);
    const { messages } = await consults.transcript(carla, id);
    expect(messages.at(-1)?.notice).toMatchObject({ event: "lost", spentMs: 179_000 });
  });

  it("keeps what is off the record for two, out of everything else, and erases it at the end (S4-22, S4-23)", async () => {
    const { bruno, carla, diego } = await people();
    const { consults } = desk;
    const ticketId = randomUUID();
    const { id } = await desk.start(bruno, [carla, diego], { ticketId });
    await Promise.all([consults.accept(carla, id), consults.accept(diego, id)]);
    const before = await desk.conversations.byId(id);
    const whisper = { conversationId: id, clientMessageId: randomUUID(), sender: bruno, text: "zanzibar" };

    const sent = await consults.sendOffRecord({ ...whisper, recipientId: carla.accountId });
    const again = await consults.sendOffRecord({ ...whisper, recipientId: carla.accountId });

    expect(again.id).toBe(sent.id);
    expect((await consults.offRecords(bruno, id)).map(({ text }) => text)).toEqual(["zanzibar"]);
    expect((await consults.offRecords(carla, id)).map(({ text }) => text)).toEqual(["zanzibar"]);
    expect(await consults.offRecords(diego, id)).toEqual([]);
    expect(await desk.conversations.byId(id)).toEqual(before);
    await consults.leave(bruno, id);
    expect(await consults.offRecords(carla, id)).toEqual([]);
    const everything = [
      await store.db.selectFrom("off_record").selectAll().execute(),
      await store.db.selectFrom("message").selectAll().execute(),
      await consults.transcript(carla, id),
      await consults.list(carla, { view: "ended", q: "zanzibar", limit: 5 }),
      desk.ended,
    ];
    expect(JSON.stringify(everything)).not.toContain("zanzibar");
  });

  it("refuses what is off the record without a recipient, to oneself, or to who has left (S4-24, S4-26)", async () => {
    const { bruno, carla, diego } = await people();
    const { consults } = desk;
    const { id } = await desk.start(bruno, [carla, diego]);
    await consults.accept(carla, id);
    const send = (recipientId?: string) =>
      consults.sendOffRecord({
        conversationId: id,
        clientMessageId: randomUUID(),
        sender: bruno,
        recipientId,
        text: "psst",
      });

    await expect(send()).rejects.toMatchObject({ code: "consult/no-recipient" });
    await expect(send(bruno.accountId)).rejects.toMatchObject({ code: "consult/no-recipient" });
    await expect(send(diego.accountId)).rejects.toMatchObject({ code: "consult/recipient-gone" });
    await consults.leave(carla, id);
    await expect(send(carla.accountId)).rejects.toMatchObject({ code: "consult/recipient-gone" });
  });
});
