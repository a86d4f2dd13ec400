import { findEntities } from "../../nlp/index.js";

describe("findEntities", () => {
  it.each([
    ["what about INC-1042?", "INC-1042"],
    ["status of ticket 1042", "1042"],
    ["el estado de mi ticket es el número 88", "88"],
    ["qual o status do chamado nº 5512", "5512"],
    ["#77", "77"],
    ["20311", "20311"],
    ["inc 00042 please", "INC00042"],
  ])("finds the ticket number in “%s”", (text, ticketNumber) => {
    expect(findEntities(text).ticketNumber).toBe(ticketNumber);
  });

  it.each(["i have 2 monitors", "windows 11 is slow", "call me at 9", "hello"])(
    "finds none in “%s”",
    (text) => {
      expect(findEntities(text).ticketNumber).toBeUndefined();
    },
  );

  it("finds an e-mail address and does not take its digits for a number", () => {
    expect(findEntities("write to Ana.Silva99@example.com")).toEqual({ email: "ana.silva99@example.com" });
  });

  it("finds a number", () => {
    expect(findEntities("i need 3 licenses").number).toBe(3);
    expect(findEntities("cuesta 12,5 euros").number).toBe(12.5);
  });

  it.each([
    ["i need it by tomorrow", "tomorrow"],
    ["lo necesito para mañana", "manana"],
    ["depois de amanhã", "depois de amanha"],
    ["next friday please", "next friday"],
    ["el próximo lunes", "proximo lunes"],
    ["desde 12/03/2026", "12/03/2026"],
    ["em 5 de março", "5 de marco"],
  ])("finds the date in “%s”", (text, date) => {
    expect(findEntities(text).date).toBe(date);
  });
});
