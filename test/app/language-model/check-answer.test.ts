import { createCheckAnswer, notInArticles } from "../../../app/language-model/check/index.js";
import type { Source } from "../../../app/language-model/source.js";
import { toShown } from "../../../app/language-model/to-shown.js";
import type { Locale } from "../../../contract/index.js";
import { createFillers, createLanguageDetector, createStemmer } from "../../../nlp/index.js";
import { leastProcessorMs } from "../../support/slowness.js";

const stemmer = createStemmer();
const checkAnswer = createCheckAnswer({
  stemmer,
  isFiller: createFillers(stemmer),
  detectLanguage: createLanguageDetector(),
});
const sources: Source[] = [
  {
    number: 1,
    id: "a",
    title: "Reset your password",
    text: "You forgot it\nOpen https://password.example.com on any device.\nType your e-mail address and approve the request in the authenticator app.\nChoose the new password and wait five minutes before you sign in.\nThe service desk never asks for your password.\nQuestions: desk@example.com or +34 600 123 456.",
  },
  {
    number: 2,
    id: "b",
    title: "Unlock an account",
    text: "After five wrong passwords the account is locked for 30 minutes.",
  },
];
const check = (answer: string, locale: Locale = "en") => checkAnswer(answer, { sources, locale });

describe("an answer that names what it says", () => {
  it("is taken when every sentence stands in the article it names", () => {
    const answer =
      "Open https://password.example.com on any device and approve the request in the authenticator app [1]. Wait five minutes before you sign in [1]. After five wrong passwords the account is locked for 30 minutes. [2]";

    const checked = check(answer);

    expect(checked).toMatchObject({ isCarried: true });
    expect(checked.isCarried && toShown(checked.sentences, sources)).toEqual({
      text: answer.replace("minutes. [2]", "minutes [2]."),
      sources: [
        { number: 1, id: "a", title: "Reset your password" },
        { number: 2, id: "b", title: "Unlock an account" },
      ],
    });
  });

  it("keeps its lines, numbers its sources anew, and gives each sentence its own", () => {
    const checked = check(
      "**Locked:**\n1. After five wrong passwords the account is locked. It is locked for 30 minutes. [2]",
    );

    // The first line names nothing.
    expect(checked).toMatchObject({ isCarried: false, why: "uncited" });
    const good = check(
      "1. After five wrong passwords the account is locked. The account is locked for 30 minutes. [2]",
    );
    expect(good.isCarried && toShown(good.sentences, sources)).toEqual({
      text: "• After five wrong passwords the account is locked [1]. The account is locked for 30 minutes [1].",
      sources: [{ number: 1, id: "b", title: "Unlock an account" }],
    });
  });

  it.each([
    ["says that it does not know", notInArticles, "not-in-articles"],
    ["says nothing", "  \n ", "not-in-articles"],
    ["names no article", "Wait five minutes before you sign in.", "uncited"],
    [
      "leaves one sentence without",
      "Wait five minutes before you sign in [1]. Choose the new password.",
      "uncited",
    ],
    ["names one it was not given", "Wait five minutes before you sign in [3].", "unknown-source"],
    ["names the wrong one", "The request in the authenticator app is approved [2].", "not-carried"],
    [
      "says what no article says",
      "You should bring a badge to the reception on the ground floor [1].",
      "not-carried",
    ],
    ["claims to have done something", "I have opened a ticket for your new password [1].", "not-carried"],
    ["leaves out a not", "The service desk asks for your password [1].", "contradicted"],
    ["goes on for ever", `${"Wait five minutes before you sign in [1]. ".repeat(60)}`, "too-long"],
    ["is a list without end", `${"Wait five minutes [1].\n".repeat(20)}`, "too-long"],
    ["joins two articles in one sentence", "Wait 30 minutes before you approve the request [1][2].", "fact"],
  ])("is refused when it %s", (_, answer, why) => {
    expect(check(answer)).toMatchObject({ isCarried: false, why });
  });

  it("is refused in another language than the question's", () => {
    const spanish = "Espere cinco minutos antes de entrar y apruebe la solicitud en la aplicación [1].";

    expect(check(spanish)).toMatchObject({ isCarried: false, why: "language" });
  });
});

describe("an answer of a model that obeyed somebody else (S44)", () => {
  it.each([
    ["a link to elsewhere", "Open https://evil.example.net/?q=password on any device [1]."],
    [
      "a longer address that begins with a good one",
      "Open https://password.example.com.evil.net on any device [1].",
    ],
    [
      "a good address with something behind it",
      "Open https://password.example.com/?token=abc on any device [1].",
    ],
    ["an address without a scheme", "Open evil.example.net on any device [1]."],
    ["a telephone number nobody gave", "Questions: +34 600 123 457 [1]."],
    ["a telephone number in other groups", "Questions: 900 12 34 56 [1]."],
    ["somebody else's address", "Questions: attacker@example.net [1]."],
    ["a picture", "![x](https://evil.example.net/p.png) Wait five minutes before you sign in [1]."],
    ["a link in Markdown", "[Open](https://password.example.com) on any device [1]."],
    ["a reference in Markdown", "Wait five minutes before you sign in [1].\n\n[1]: https://evil.example.net"],
    ["a tag", "<img src=x onerror=alert(1)> Wait five minutes before you sign in [1]."],
    ["a script", "<script>alert(1)</script> Wait five minutes before you sign in [1]."],
    ["an entity", "Wait five &lt;b&gt; minutes before you sign in [1]."],
    ["a script as an address", "Open javascript:alert(1) on any device [1]."],
    ["data as an address", "Open data:text/html,x on any device [1]."],
    ["a block of code", "```\nWait five minutes before you sign in [1].\n```"],
    ["writing turned round", "Wait five minutes\u202e before you sign in [1]."],
    ["letters without width", "Wait five minutes\u200b before you sign in [1]."],
    ["hidden tags", `Wait five minutes before you sign in${String.fromCodePoint(0xe0041)} [1].`],
    [
      "its orders",
      "You write short answers for a service desk. Answer the question from the articles alone [1].",
    ],
    ["a wish for a secret", "Type your password here and send it to the service desk [1]."],
    ["somebody's name", "Ask Marta for the new password [1]."],
    ["another number", "Wait 15 minutes before you sign in [1]."],
    ["another unit", "Wait five hours before you sign in [1]."],
    ["digits of another script", "Wait ５０ minutes before you sign in [1]."],
    ["letters that look alike", "Open https://p\u0430ssword.example.com on any device [1]."],
  ])("is refused with %s", (_, answer) => {
    expect(check(answer)).toMatchObject({ isCarried: false });
  });

  it("is read in the blink of an eye, whatever it is made of (S28)", () => {
    const parts = ["[1] ", "a@", "a.", "www.", "1 ", "+1-", "not ", "**", "A", "[", "(", "https://a.", "1,"];
    const read = () => {
      for (const part of parts) check(part.repeat(1500).slice(0, 1500));
    };

    expect(leastProcessorMs(read, 3)).toBeLessThan(500);
  });
});
