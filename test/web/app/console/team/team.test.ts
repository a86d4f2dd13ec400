import { findTrigger, replaceTrigger } from "../../../../../web/app/console/team/trigger.js";
import { findLastActive } from "../../../../../web/app/console/team/use-last-active.js";
import { fillReply } from "../../../../../web/app/replies/fill-reply.js";

describe("the tabs of talks", () => {
  const ids = Array.from({ length: 12 }, (_, at) => `talk ${at}`);

  it("are at most the ten that were active last; the others wait in the menu (S1-31)", () => {
    const first = findLastActive(ids, "talk 0", []);
    const second = findLastActive(ids, "talk 11", first.recentIds);

    expect(first.shownIds).toHaveLength(10);
    expect(first.hiddenIds).toEqual(["talk 1", "talk 2"]);
    expect(second.shownIds).toContain("talk 11");
    expect(second.shownIds).toContain("talk 0");
    expect([...second.shownIds, ...second.hiddenIds].sort()).toEqual([...ids].sort());
  });
});

describe("a mark in the message", () => {
  it("is found at the beginning of a word and replaced with what follows it", () => {
    const text = "Hi /hel you";
    const trigger = findTrigger(text, 7, "/");

    expect(trigger).toMatchObject({ query: "hel" });
    expect(trigger && replaceTrigger(text, trigger, "hello")).toBe("Hi hello you");
    expect(findTrigger("https://x", 9, "/")).toBeUndefined();
    expect(findTrigger("see ??vpn does", 14, "??")).toMatchObject({ query: "vpn does" });
  });
});

describe("a canned reply", () => {
  const context = {
    requesterName: "Ana Souza",
    agentName: "Bruno",
    ticketNumber: "1001",
    locale: "es" as const,
    now: Date.UTC(2026, 10, 22, 12),
  };

  it("is filled in the language of the talk, or in the first there is", () => {
    const texts = { en: "Hi {requester}", es: "Hola {requester}, caso {ticket} {x}", pt: "" };

    expect(fillReply({ texts }, context)).toBe("Hola Ana, caso 1001 {x}");
    expect(fillReply({ texts }, { ...context, locale: "pt" })).toBe("Hi Ana");
    expect(fillReply({ texts: { ...texts, es: "{date}" } }, context)).toContain("noviembre");
  });
});
