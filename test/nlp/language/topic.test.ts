import { toTopic } from "../../../nlp/language/topic.js";

const words = (text: string) =>
  toTopic(text)
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
    .join(" ");

describe("toTopic", () => {
  it.each([
    ["I can't log in since this morning!!", "i can't log in"],
    ["no puedo entrar desde ayer por la tarde", "no puedo entrar"],
    ["hace dos días que no recibo correos", "que no recibo correos"],
    ["não consigo entrar desde hoje de manhã", "nao consigo entrar"],
    ["for the last three days the vpn drops", "the vpn drops"],
  ])("leaves out since when: “%s”", (text, topic) => {
    expect(words(text)).toBe(topic);
  });

  it.each([
    ["the printer doesn't work", "the printer broken"],
    ["my mouse stopped working", "my mouse broken"],
    ["wifi not working", "wifi broken"],
    ["el escáner no anda", "el escaner no funciona"],
    ["o scanner parou de funcionar", "o scanner nao funciona"],
  ])("has one name for what does not work: “%s”", (text, topic) => {
    expect(words(text)).toBe(topic);
  });

  it("keeps a text that says nothing but since when", () => {
    expect(words("since yesterday")).toBe("since yesterday");
  });

  it("keeps days that are what is asked about", () => {
    expect(words("is the office open on monday")).toBe("is the office open on monday");
  });
});
