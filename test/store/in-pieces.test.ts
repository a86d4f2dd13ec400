import { inPieces } from "../../store/index.js";

describe("many ids, a few at a time", () => {
  const ids = Array.from({ length: 450 }, (_, at) => `${at}`);

  it("takes each once and in order, and lets others be served between", async () => {
    const pieces: (readonly string[])[] = [];
    let served = 0;
    await inPieces(ids, async (some) => {
      pieces.push(some);
      setImmediate(() => {
        served += 1;
      });
    });

    expect(pieces.flat()).toEqual(ids);
    expect(pieces.map((some) => some.length)).toEqual([200, 200, 50]);
    expect(served).toBe(2);
  });

  it("ends with the first error, and does nothing for none", async () => {
    const run = jest.fn(async () => {
      throw new Error("away");
    });
    await inPieces([], run);
    await expect(inPieces(ids, run)).rejects.toThrow("away");
    expect(run).toHaveBeenCalledTimes(1);
  });
});
