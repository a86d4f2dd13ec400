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

  it("answers where the third is clearly behind, near certainty as elsewhere", () => {
    expect(verdictOf(0.99, 0.94, 0.93)).toBe("answered");
    expect(verdictOf(0.99, 0.989, 0.988)).toBe("asked-back");
    expect(verdictOf(0.6, 0.59, 0.45)).toBe("answered");
  });

  it("falls back where nothing is probable", () => {
    expect(verdictOf(0.1, 0.1, 0.1)).toBe("fallback");
  });
});
