import { onceStoreAnswers } from "../../app/once-store-answers.js";

const away = () => Object.assign(new Error("connect refused"), { code: "ECONNREFUSED" });

describe("what must be told while the store is away", () => {
  it("is told once it answers again (F12)", async () => {
    let tries = 0;
    await onceStoreAnswers(
      async () => {
        tries += 1;
        if (tries === 1) throw away();
      },
      () => true,
    );

    expect(tries).toBe(2);
  });

  it("is given up when nobody wants it any more", async () => {
    let tries = 0;
    await onceStoreAnswers(
      async () => {
        tries += 1;
        throw away();
      },
      () => false,
    );

    expect(tries).toBe(1);
  });

  it("is a fault at once when asking again cannot help", async () => {
    const work = onceStoreAnswers(
      async () => {
        throw new TypeError("a bug");
      },
      () => true,
    );

    await expect(work).rejects.toThrow("a bug");
  });
});
