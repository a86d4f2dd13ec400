import { listWaiting } from "../../../../web/app/console/state/console-state.js";
import { countWaiting } from "../../../../web/app/console/state/queue-count.js";
import { createAttendance, createFakeDesk, held } from "./desk-fixture.js";

const waitingIn = (desk: ReturnType<typeof createFakeDesk>) =>
  listWaiting(desk.console.store.getState()).map(({ id }) => id);

describe("a queue longer than the list", () => {
  const queueOf = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      createAttendance({
        id: `a${at}`,
        waitingSince: at,
        groupIds: at % 10 === 0 ? ["desk", "net"] : ["desk"],
      }),
    );
  const counts = (desk: ReturnType<typeof createFakeDesk>) =>
    [undefined, "desk", "net"].map((groupId) => countWaiting(desk.console.store.getState(), groupId));

  it("is counted as a whole, each once who waits for several groups (S1-6)", async () => {
    const desk = createFakeDesk({ queue: queueOf(1000) });

    await desk.connect();

    expect(waitingIn(desk)).toHaveLength(200);
    expect(counts(desk)).toEqual([1000, 1000, 100]);
  });

  it("is counted as the server counts it, when those leave who are not in the list", async () => {
    const desk = createFakeDesk({ queue: queueOf(1000) });
    await desk.connect();

    desk.queue.splice(900, 50);
    desk.tell("queue:changed", { groupId: "desk", waiting: 950 });
    expect(counts(desk)).toEqual([950, 950, 100]);

    desk.tell("queue:changed", { groupId: "net", waiting: 95 });
    desk.tell("attendance:changed", {
      attendance: held(createAttendance({ id: "a900", groupIds: ["desk", "net"] }), { id: "c", name: "C" }),
    });
    await desk.pass(1500);
    expect(counts(desk)).toEqual([950, 950, 95]);
  });

  it("is read on when the first of it have been taken, so that the list never runs dry", async () => {
    const desk = createFakeDesk({ queue: queueOf(1000) });
    await desk.connect();

    for (const attendance of desk.queue.splice(0, 160)) {
      desk.tell("attendance:changed", { attendance: held(attendance, { id: "carla", name: "Carla" }) });
    }
    desk.tell("queue:changed", { groupId: "desk", waiting: 840 });
    await desk.pass(1500);

    expect(waitingIn(desk)).toHaveLength(200);
    expect(waitingIn(desk)[0]).toBe("a160");
  });

  it("shows more of it when somebody looks further, and takes none of it for new", async () => {
    const desk = createFakeDesk({ queue: queueOf(1000) });
    await desk.connect();

    await desk.console.readOn();

    expect(waitingIn(desk)).toHaveLength(400);
    expect(desk.console.store.getState()).toMatchObject({ arrivals: 0, freshGroupIds: new Set() });
  });

  it("is marked where it grew while the connection was lost, though who came is not in the list (S1-7)", async () => {
    const desk = createFakeDesk({ queue: queueOf(1000) });
    await desk.connect();

    desk.disconnect();
    desk.queue.push(createAttendance({ id: "late", waitingSince: 5000, groupIds: ["net"] }));
    await desk.connect();

    expect(desk.console.store.getState()).toMatchObject({ arrivals: 1, freshGroupIds: new Set(["net"]) });
  });

  it("is not read again and again while it moves and nothing is missing", async () => {
    const desk = createFakeDesk({ queue: queueOf(300) });
    await desk.connect();
    const read = desk.reads();

    for (let at = 0; at < 100; at += 1) {
      desk.tell("queue:changed", { groupId: "desk", waiting: 300 - (at % 2) });
      await desk.pass(100);
    }

    expect(desk.reads()).toBe(read);
  });

  it("is read anew, however it moves, when what is listed stays wrong", async () => {
    const desk = createFakeDesk({ queue: queueOf(20) });
    await desk.connect();

    desk.queue.push(createAttendance({ id: "missed" }));
    for (let at = 0; at < 200; at += 1) {
      desk.tell("queue:changed", { groupId: "desk", waiting: 21 });
      await desk.pass(100);
    }

    expect(waitingIn(desk)).toContain("missed");
  });
});

describe("what the screen shows", () => {
  it("is drawn a few times a second while very much happens, and at once when the agent does something", async () => {
    const desk = createFakeDesk();
    await desk.connect();
    await desk.pass(100);
    let drawn = 0;
    desk.console.shown.subscribe(() => {
      drawn += 1;
    });

    for (let at = 0; at < 50; at += 1) {
      desk.tell("attendance:changed", { attendance: createAttendance({ id: `a${at}` }) });
      await desk.pass(20);
    }
    await desk.pass(100);
    expect(drawn).toBeLessThanOrEqual(12);
    expect(listWaiting(desk.console.shown.getState())).toHaveLength(50);

    desk.console.showWork("mine");
    expect(desk.console.shown.getState().workTab).toBe("mine");
  });
});
