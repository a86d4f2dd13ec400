import { setImmediate as nextTurn } from "node:timers/promises";
import { createTrail } from "../../../config/index.js";

describe("a trail", () => {
  it("knows the request through everything that is awaited for it, side by side with others", async () => {
    const trail = createTrail();
    const work = async (id: string) =>
      trail.follow(id, async () => {
        await nextTurn();
        await Promise.all([nextTurn(), nextTurn()]);
        return trail.requestId();
      });

    expect(await Promise.all([work("a"), work("b"), work("c")])).toEqual(["a", "b", "c"]);
    expect(trail.requestId()).toBeUndefined();
  });

  it("names all requests whose work was gathered into one, and counts those beyond five", () => {
    const trail = createTrail();
    const ways = ["a", "b", "c", "b", "d", "e", "f", "g"].map((id) => trail.follow(id, () => trail.here()));

    expect(trail.goOn(ways.slice(0, 4), () => trail.requestId())).toBe("a,b,c");
    expect(trail.goOn(ways, () => trail.requestId())).toBe("a,b,c,d,e,+2");
    expect(trail.goOn([undefined], () => trail.requestId())).toBeUndefined();
  });

  it("tells its tracer the end of what fails too, and lets the failure through", async () => {
    const trail = createTrail();
    const ended: unknown[] = [];
    trail.traceWith({
      start: (name) => ({ span: {}, end: (error) => void ended.push([name, error]) }),
      close: async () => undefined,
    });
    const fault = new Error("no");

    await expect(trail.span("work", {}, () => Promise.reject(fault))).rejects.toBe(fault);

    expect(ended).toEqual([["work", fault]]);
  });
});
