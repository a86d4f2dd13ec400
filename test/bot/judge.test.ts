import { decide } from "../../bot/judge.js";

const heard = { intents: [], threshold: 0.3 };
const verdictOf = (...scores: readonly number[]) =>
  decide({ articles: scores.map((score) => ({ score })), activities: [] }, heard).verdict;

describe("decide", () => {
  it("answers with an article that is probable and stands out, or with two that are alike", () => {
    expect(verdictOf(0.8, 0.2, 0.1)).toBe("answered");
    expect(verdictOf(0.8, 0.8, 0.1)).toBe("answered");
  });

  it("asks back where three are as probable as each other: one word was all there was", () => {
    expect(verdictOf(0.82, 0.81, 0.81)).toBe("asked-back");
  });

  it("falls back where nothing is probable", () => {
    expect(verdictOf(0.1, 0.1, 0.1)).toBe("fallback");
  });
});
