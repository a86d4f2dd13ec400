import { listHeld, listWaiting } from "../../../../web/app/console/state/console-state.js";
import { keepInMemory } from "../../../../web/chat/keeping.js";
import { createAttendance, createConversation, createFakeDesk, held } from "./desk-fixture.js";

const ids = (attendances: readonly { id: string }[]) => attendances.map(({ id }) => id);
const waitingIn = (desk: ReturnType<typeof createFakeDesk>, groupId?: string) =>
  ids(listWaiting(desk.console.store.getState(), groupId));

describe("the queue in the console", () => {
  it("shows the lower priority number first, then who has waited longest (S1-7)", async () => {
    const desk = createFakeDesk({
      queue: [
        createAttendance({ id: "new", waitingSince: 30 }),
        createAttendance({ id: "old", waitingSince: 10 }),
        createAttendance({ id: "urgent", waitingSince: 20, priority: 100 }),
      ],
    });

    await desk.connect();

    expect(waitingIn(desk)).toEqual(["urgent", "old", "new"]);
  });

  it("shows in a group's tab only what waits there, and counts nothing of other agents' groups (S1-6)", async () => {
    const desk = createFakeDesk({
      queue: [
        createAttendance({ id: "a", groupIds: ["desk", "net"] }),
        createAttendance({ id: "b", groupIds: ["net"], waitingSince: 2000 }),
        createAttendance({ id: "c", groupIds: ["apps"] }),
      ],
    });

    await desk.connect();

    expect([waitingIn(desk), waitingIn(desk, "desk"), waitingIn(desk, "net")]).toEqual([
      ["a", "b"],
      ["a"],
      ["a", "b"],
    ]);
  });

  it("marks a tab that is not shown when something new comes, until it is shown (S1-7)", async () => {
    const desk = createFakeDesk();
    await desk.connect();

    desk.tell("attendance:changed", { attendance: createAttendance({ id: "here" }) });
    desk.tell("attendance:changed", { attendance: createAttendance({ id: "there", groupIds: ["net"] }) });
    const { store, showGroup } = desk.console;
    expect([...store.getState().freshGroupIds]).toEqual(["net"]);

    showGroup("net");
    expect([...store.getState().freshGroupIds]).toEqual([]);
  });

  it("takes the mark away when those who came are gone before anybody looked, not while one of them waits (S1-7)", async () => {
    const known = createAttendance({ id: "known", groupIds: ["net"] });
    const desk = createFakeDesk({ queue: [known] });
    await desk.connect();
    const { store } = desk.console;
    const [first, second] = ["first", "second"].map((id) => createAttendance({ id, groupIds: ["net"] }));
    const marked = () => [...store.getState().freshGroupIds];
    const carla = { id: "carla", name: "Carla" };

    for (const attendance of [first, second]) if (attendance) desk.tell("attendance:changed", { attendance });
    if (first) desk.tell("attendance:changed", { attendance: held(first, carla) });
    expect(marked()).toEqual(["net"]);
    if (second) desk.tell("attendance:changed", { attendance: held(second, carla) });
    expect(marked()).toEqual([]);
    expect(waitingIn(desk)).toEqual(["known"]);
  });

  it("takes the mark away when those who came were taken while the line was away (S1-7, S1-22)", async () => {
    const desk = createFakeDesk();
    await desk.connect();
    const attendance = createAttendance({ id: "there", groupIds: ["net"] });
    desk.tell("attendance:changed", { attendance });
    expect([...desk.console.store.getState().freshGroupIds]).toEqual(["net"]);

    desk.disconnect();
    await desk.connect();

    expect(desk.console.store.getState().freshGroupIds.size).toBe(0);
  });

  it("takes what the server tells at the start for known, not for new", async () => {
    const attendance = createAttendance({ id: "a", groupIds: ["net"] });
    const desk = createFakeDesk({ queue: [attendance] });
    desk.tell("attendance:changed", { attendance });

    await desk.connect();

    expect(desk.console.store.getState()).toMatchObject({ arrivals: 0, freshGroupIds: new Set() });
  });

  it("drops an older version of what it knows", async () => {
    const attendance = createAttendance({ id: "a" });
    const desk = createFakeDesk();
    await desk.connect();

    desk.tell("attendance:changed", { attendance: held(attendance, { id: "carla", name: "Carla" }) });
    desk.tell("attendance:changed", { attendance });

    expect(waitingIn(desk)).toEqual([]);
  });

  it("lets go of what others took and of what is over, and hears no late word of it", async () => {
    const desk = createFakeDesk();
    await desk.connect();
    const { store } = desk.console;

    for (let at = 0; at < 1200; at += 1) {
      const attendance = createAttendance({ id: `a${at}`, version: 1 });
      desk.tell("attendance:changed", { attendance });
      desk.tell("attendance:changed", { attendance: held(attendance, { id: "carla", name: "Carla" }) });
    }
    desk.tell("attendance:changed", { attendance: createAttendance({ id: "a1199", version: 1 }) });

    expect(store.getState().attendances.size).toBe(0);
    expect(store.getState().passed.size).toBeLessThanOrEqual(500);
  });

  it("keeps an attendance that ended while its tab is open, and lets go of it with the tab", async () => {
    const attendance = held(createAttendance({ id: "a" }));
    const desk = createFakeDesk();
    await desk.connect();
    desk.tell("attendance:changed", { attendance });

    const ended = { ...attendance, phase: "closed", status: "ended", version: 3 } as const;
    desk.tell("attendance:changed", { attendance: ended });
    expect(desk.console.store.getState().attendances.get("a")).toMatchObject({ phase: "closed" });

    desk.console.close("talk a");
    expect(desk.console.store.getState().attendances.size).toBe(0);
  });

  it("shows after a lost connection what came and went meanwhile (S1-22)", async () => {
    const desk = createFakeDesk({ queue: [createAttendance({ id: "gone" })] });
    await desk.connect();

    desk.disconnect();
    desk.queue.splice(0, 1, createAttendance({ id: "missed" }));
    await desk.connect();

    expect(waitingIn(desk)).toEqual(["missed"]);
  });

  it("marks who came while the connection was lost like everybody who comes (S1-7, S1-22)", async () => {
    const desk = createFakeDesk({ queue: [createAttendance({ id: "known" })] });
    await desk.connect();
    const { store } = desk.console;

    desk.disconnect();
    desk.queue.push(createAttendance({ id: "here" }), createAttendance({ id: "there", groupIds: ["net"] }));
    await desk.connect();
    expect(store.getState().arrivals).toBe(2);
    expect([...store.getState().freshGroupIds]).toEqual(["net"]);

    await desk.console.reload();
    desk.tell("attendance:changed", { attendance: createAttendance({ id: "there", groupIds: ["net"] }) });
    expect(store.getState().arrivals).toBe(2);
  });

  it("marks who came back into the queue while the connection was lost", async () => {
    const attendance = createAttendance({ id: "a" });
    const desk = createFakeDesk({ queue: [attendance] });
    await desk.connect();
    const taken = held(attendance, { id: "carla", name: "Carla" });
    desk.tell("attendance:changed", { attendance: taken });

    desk.disconnect();
    desk.queue.splice(0, 1, { ...attendance, version: taken.version + 1 });
    await desk.connect();

    expect(desk.console.store.getState().arrivals).toBe(1);
  });

  it("is the one of the groups of now when an admin moves the agent, and open talks are asked for anew (S1-6, S12)", async () => {
    const inDesk = createAttendance({ id: "a" });
    const inApps = createAttendance({ id: "b", groupIds: ["apps"] });
    const desk = createFakeDesk({ queue: [inDesk] });
    await desk.connect();
    desk.console.open(inDesk.conversationId);
    await desk.pass(0);
    const asked = () => desk.asked.filter(({ name }) => name === "conversation:sync").length;
    const before = asked();

    desk.queue.splice(0, 1, inApps);
    desk.tell("groups:changed", { groupIds: ["apps"] });
    await desk.pass(0);

    expect([waitingIn(desk), waitingIn(desk, "desk")]).toEqual([["b"], []]);
    expect(desk.console.store.getState()).toMatchObject({ shownGroupId: "apps", me: { groupIds: ["apps"] } });
    expect(asked()).toBe(before + 1);
  });

  it("keeps what it heard while the snapshot was on its way", async () => {
    const desk = createFakeDesk({ queue: [createAttendance({ id: "a" })] });

    const connected = desk.connect();
    desk.tell("attendance:changed", {
      attendance: held(createAttendance({ id: "a" }), { id: "carla", name: "Carla" }),
    });
    desk.tell("attendance:changed", { attendance: createAttendance({ id: "late" }) });
    await connected;

    expect(waitingIn(desk)).toEqual(["late"]);
  });

  it("reads the queue anew when the server counts more than it knows", async () => {
    const desk = createFakeDesk();
    await desk.connect();

    desk.queue.push(createAttendance({ id: "missed" }));
    desk.tell("queue:changed", { groupId: "desk", waiting: 1 });
    await desk.pass(2000);

    expect(waitingIn(desk)).toEqual(["missed"]);
  });
});

describe("accepting", () => {
  it("opens the talk of the accepted entry, which leaves the queue (S1-8)", async () => {
    const attendance = createAttendance({ id: "a" });
    const desk = createFakeDesk({ queue: [attendance] });
    await desk.connect();
    desk.answer("attendance:accept", () => ({
      ok: true,
      conversationId: "talk a",
      epoch: 7,
      attendance: held(attendance),
      conversation: createConversation("talk a"),
    }));

    await desk.console.accept("a");

    const state = desk.console.store.getState();
    expect([waitingIn(desk), ids(listHeld(state)), state.activeId]).toEqual([[], ["a"], "talk a"]);
  });

  it("writes under the epoch that the answer named", async () => {
    const attendance = createAttendance({ id: "a" });
    const desk = createFakeDesk({ queue: [attendance] });
    await desk.connect();
    desk.answer("attendance:accept", () => ({
      ok: true,
      conversationId: "talk a",
      epoch: 9,
      attendance: held(attendance),
      conversation: createConversation("talk a", { epoch: 9 }),
    }));
    await desk.console.accept("a");

    await desk.pass(0);
    desk.console.talkOf("talk a").send("Hello");

    const sent = desk.asked.filter(({ name }) => name === "message:send");
    expect(sent).toMatchObject([{ payload: { text: "Hello", epoch: 9 } }]);
  });

  it("answers who was faster, and the entry vanishes (S1-10)", async () => {
    const desk = createFakeDesk({ queue: [createAttendance({ id: "a" })] });
    await desk.connect();
    const error = { code: "attendance/taken", message: "…", details: { holder: { name: "Carla" } } };
    desk.answer("attendance:accept", () => ({ ok: false, error }));

    const outcome = await desk.console.accept("a");

    expect(outcome).toEqual({ ok: false, error });
    expect(waitingIn(desk)).toEqual([]);
    expect(desk.console.store.getState().activeId).toBeUndefined();
  });

  it("keeps the entry when the server refuses for another reason", async () => {
    const desk = createFakeDesk({ queue: [createAttendance({ id: "a" })] });
    await desk.connect();
    desk.answer("attendance:accept", () => ({
      ok: false,
      error: { code: "attendance/at-capacity", message: "…" },
    }));

    await desk.console.accept("a");

    expect(waitingIn(desk)).toEqual(["a"]);
    expect(desk.console.store.getState().accepting.size).toBe(0);
  });

  it("asks again under the same name when no answer came", async () => {
    const desk = createFakeDesk({ queue: [createAttendance({ id: "a" })] });
    await desk.connect();

    const outcome = desk.console.accept("a");
    await desk.pass(10_000);
    desk.answer("attendance:accept", () => ({ ok: false, error: { code: "attendance/gone", message: "…" } }));
    await desk.pass(2000);

    expect(await outcome).toMatchObject({ error: { code: "attendance/gone" } });
    const names = desk.asked.filter(({ name }) => name === "attendance:accept").map(({ payload }) => payload);
    expect(names).toHaveLength(2);
    expect(names[0]).toEqual(names[1]);
  });
});

describe("the open talks", () => {
  const own = held(createAttendance({ id: "a" }));

  it("are there again after the page was loaded anew, with the one that was shown", async () => {
    const keeping = keepInMemory();
    const mine = [own, held(createAttendance({ id: "b" }))];
    const before = createFakeDesk({ keeping, mine });
    await before.connect();
    before.console.show("talk b");

    const after = createFakeDesk({ keeping, mine });
    await after.connect();

    expect(after.console.store.getState()).toMatchObject({
      openIds: ["talk a", "talk b"],
      activeId: "talk b",
    });
  });

  it("leave the list but stay readable when somebody else took over", async () => {
    const desk = createFakeDesk({ mine: [own] });
    await desk.connect();

    desk.tell("ownership:lost", {
      conversationId: "talk a",
      epoch: 8,
      owner: { kind: "agent", id: "carla", name: "Carla" },
    });

    const state = desk.console.store.getState();
    expect([ids(listHeld(state)), state.openIds]).toEqual([[], ["talk a"]]);
    expect(desk.console.talkOf("talk a").getSnapshot().conversation?.owner.name).toBe("Carla");
  });

  it("show the neighbour when the shown one is closed", async () => {
    const desk = createFakeDesk();
    await desk.connect();
    const { show, close, store } = desk.console;
    for (const id of ["one", "two", "three"]) show(id);

    show("two");
    close("two");
    expect(store.getState().activeId).toBe("three");

    close("three");
    expect(store.getState()).toMatchObject({ activeId: "one", openIds: ["one"] });
  });

  it("leave the list when the attendance was ended (S1-28)", async () => {
    const desk = createFakeDesk({ mine: [own] });
    await desk.connect();
    const attendance = { ...own, phase: "closed" as const, status: "ended" as const, version: 9 };
    desk.answer("attendance:end", () => ({ ok: true, attendance }));

    await desk.console.end("a", "Solved");

    expect(desk.asked.at(-1)).toEqual({
      name: "attendance:end",
      payload: { attendanceId: "a", reason: "Solved" },
    });
    expect(listHeld(desk.console.store.getState())).toEqual([]);
  });
});

describe("the own status", () => {
  it("is what the server knows, and follows a change made on another device (S2-57)", async () => {
    const desk = createFakeDesk();
    await desk.connect();
    expect(desk.console.store.getState()).toMatchObject({ availability: "busy", capacity: 3 });

    desk.tell("presence:changed", { accountId: "bruno", status: "away", online: true });
    expect(desk.console.store.getState().availability).toBe("away");
  });

  it("does not change when the server refuses", async () => {
    const desk = createFakeDesk();
    await desk.connect();
    desk.answer("presence:set", () => ({ ok: false, error: { code: "server/failed", message: "…" } }));

    await desk.console.setAvailability("available");

    expect(desk.console.store.getState().availability).toBe("busy");
  });
});
