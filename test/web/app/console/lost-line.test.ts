import { randomUUID } from "node:crypto";
import { type Console, createConsole } from "../../../../web/app/console/state/console.js";
import { listWaiting } from "../../../../web/app/console/state/console-state.js";
import { keepInMemory } from "../../../../web/chat/keeping.js";
import { type Cast, openCast } from "../../../app/team/cast.js";
import { until } from "../../../faults/until.js";
import { getJson, openScreen, type Screen } from "../../../replays/screens.js";
import { type Front, openFront } from "../../../support/front.js";

/** The console's own state on a real desk, over a line that goes away. */
describe("a console whose line was away", () => {
  let cast: Cast;
  let line: Front;
  let screen: Screen;
  let console: Console;
  beforeAll(async () => {
    cast = await openCast();
    line = await openFront(Number(new URL(cast.desk.url).port));
    screen = await openScreen(line.url, "bruno");
    const read = <T>(path: string) => getJson<T>(cast.desk.url, screen.token, path);
    console = createConsole({
      client: screen.client,
      me: screen.me,
      keeping: keepInMemory(),
      api: {
        readAttendances: (view, limit) => read(`/api/v1/attendances?view=${view}&limit=${limit ?? 200}`),
        readGroups: () => read("/api/v1/groups"),
        readAgents: () => read("/api/v1/agents"),
        team: { readJoined: () => read("/api/v1/conversations/joined") },
      },
    });
  });
  afterAll(async () => {
    console.stop();
    screen.close();
    await line.close();
    await cast.desk.stop();
  });

  it("chatwoot#3916, RC#23642, RC#22105: lists who asked meanwhile, and not who was taken, without a reload", async () => {
    await until("the queue is read", () => console.store.getState().phase === "ready");
    const first = await cast.wait();
    const arrivals = () => console.store.getState().arrivals;
    const lists = (...ids: string[]) =>
      until(
        "the queue shows who waits",
        () =>
          listWaiting(console.store.getState())
            .map(({ id }) => id)
            .join() === ids.join(),
      );
    await lists(first.attendance.id);
    const before = arrivals();

    line.cut();
    await until("the line is lost", () => screen.client.connection.getSnapshot().status === "offline");
    await cast.carla.get("attendance:accept", {
      attendanceId: first.attendance.id,
      requestId: randomUUID(),
    });
    const second = await cast.wait();
    line.heal();

    await lists(second.attendance.id);
    expect(arrivals()).toBe(before + 1);
  });
});
