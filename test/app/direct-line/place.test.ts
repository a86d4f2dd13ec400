import { activityIdOf, parsePlace, toWatermark } from "../../../app/direct-line/place.js";

describe("the watermark of a talk", () => {
  it("is the seq of its one conversation, or one for each", () => {
    expect([toWatermark([]), toWatermark([12]), toWatermark([12, 5])]).toEqual(["0", "12", "12.5"]);
    expect([parsePlace("12"), parsePlace("12.5")]).toEqual([[12], [12, 5]]);
  });

  it("begins anew where it is none", () => {
    for (const text of [undefined, "", "-1", "1.", "NaN", "1e9", "99999999999", "1;drop", "1..2"]) {
      expect(parsePlace(text)).toEqual([]);
    }
  });

  it("names messages in the order of their conversations", () => {
    const ids = [
      { part: 0, seq: 1 },
      { part: 0, seq: 12 },
      { part: 1, seq: 2 },
    ].map((at) => activityIdOf("t", at));

    expect(ids).toEqual(["t|0000001", "t|0000012", "t|1.0000002"]);
    expect([...ids].sort()).toEqual(ids);
  });
});
