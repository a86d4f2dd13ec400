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

  it.each([
    ["amanhã às 10h preciso de um projetor", "10:00"],
    ["i need it tomorrow at 10", "10:00"],
    ["call me at 3 pm", "15:00"],
    ["at 12:15 a.m. it went dark", "00:15"],
    ["a las 4 de la tarde", "16:00"],
    ["a las 9:30 de la mañana", "09:30"],
    ["a reunião é às 15h30", "15:30"],
    ["pode ser às 8 da noite?", "20:00"],
    ["antes das 18 horas", "18:00"],
    ["ao meio-dia", "12:00"],
    ["before midnight", "00:00"],
  ])("finds the time of day in “%s”", (text, time) => {
    expect(findEntities(text).time).toBe(time);
  });

  it.each([
    "i have 2 monitors",
    "windows 11 is slow",
    "versão 10.15",
    "12/03/2026",
    "at 80 % of the disk",
    "1:75",
    "25:00",
  ])("finds no time of day in “%s”", (text) => {
    expect(findEntities(text).time).toBeUndefined();
  });

  it.each([
    ["I can't log in since this morning!", "since this morning"],
    ["desde anteayer no anda", "desde anteayer"],
    ["não abre desde ontem à noite", "desde ontem à noite"],
    ["it has not printed for the last three days", "for the last three days"],
  ])("finds since when in “%s”", (text, since) => {
    expect(findEntities(text).since).toBe(since);
  });

  it.each(["amanhã às 10h preciso de um projetor", "i need it tomorrow at 10"])(
    "finds a day, and not since when, in “%s”",
    (text) => {
      const { date, since } = findEntities(text);

      expect(["amanha", "tomorrow"]).toContain(date);
      expect(since).toBeUndefined();
    },
  );
});
