import { inTime } from "../../sockets/in-time.js";

describe("an answer", () => {
  it("is given as it is when it comes in time", async () => {
    expect(await inTime(Promise.resolve("stored"), () => "busy", 1000)).toBe("stored");
  });

  it("that takes too long is told as busy, and fails for nobody when it fails later (F12)", async () => {
    let fail: (error: Error) => void = () => undefined;
    const never = new Promise<string>((_resolve, reject) => {
      fail = reject;
    });

    expect(await inTime(never, () => "busy", 5)).toBe("busy");

    fail(new Error("too late"));
    await new Promise((resolve) => setImmediate(resolve));
  });
});
