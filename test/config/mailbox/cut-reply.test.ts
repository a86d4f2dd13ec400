import { answerLines, cutReply } from "../../../config/index.js";

const quoted = "> Bruno wrote something\n> over two lines";

describe("what somebody wrote themselves in an answer", () => {
  it.each([
    [
      "Gmail in English",
      `It works.\n\nOn Mon, 3 Aug 2026 at 10:02, Deskhand <desk@example.com> wrote:\n${quoted}`,
    ],
    [
      "Gmail in English, broken in the middle",
      `It works.\n\nOn Mon, 3 Aug 2026 at 10:02, Deskhand <desk+0123456789abcdef0123456789abcdef@example.com>\nwrote:\n${quoted}`,
    ],
    [
      "Gmail in Spanish",
      `It works.\n\nEl lun, 3 ago 2026 a las 10:02, Deskhand (<desk@example.com>) escribió:\n\n${quoted}`,
    ],
    [
      "Gmail in Portuguese",
      `It works.\n\nEm seg., 3 de ago. de 2026 às 10:02, Deskhand <desk@example.com> escreveu:\n${quoted}`,
    ],
    [
      "Apple Mail",
      `It works.\n\n> On 3 Aug 2026, at 10:02, Deskhand <desk@example.com> wrote:\n>\n${quoted}`,
    ],
    [
      "Outlook in English",
      "It works.\n\nFrom: Deskhand <desk@example.com>\nSent: Monday, 3 August 2026 10:02\nTo: Ana\nSubject: Ticket\n\nWe wrote this.",
    ],
    [
      "Outlook in Spanish",
      "It works.\n\n________________________________\nDe: Deskhand <desk@example.com>\nEnviado el: lunes\nPara: Ana\nAsunto: Ticket\n\nWe wrote this.",
    ],
    [
      "Outlook in Portuguese",
      "It works.\n\nDe: Deskhand\nEnviada em: segunda-feira\nPara: Ana\n\nWe wrote this.",
    ],
    ["an old Outlook", "It works.\n\n-----Original Message-----\nFrom: Deskhand\n\nWe wrote this."],
    ["an old Outlook in Spanish", "It works.\n\n-----Mensaje original-----\nWe wrote this."],
    ["a signature", "It works.\n\n-- \nAna Souza\nBuilding 4"],
    ["a telephone", "It works.\n\nSent from my iPhone"],
    ["a telephone in Spanish", "It works.\n\nEnviado desde mi iPhone"],
    ["a telephone in Portuguese", "It works.\n\nEnviado do meu iPhone"],
    ["a bare quotation below", `It works.\n\n${quoted}`],
    ["an answer below the quotation", `On Mon, Deskhand wrote:\n${quoted}\n\nIt works.`],
    ["nothing quoted", "It works."],
    ["Windows line ends", `It works.\r\n\r\nOn Mon, 3 Aug 2026 at 10:02, Deskhand wrote:\r\n> x\r\n`],
  ])("is found in a mail of %s", (_name, text) => {
    expect(cutReply(text)).toBe("It works.");
  });

  it.each(Object.entries(answerLines))(
    "ends at the desk's own line in %s, whatever the mail program puts around it",
    (_locale, line) => {
      expect(cutReply(`It works.\n\nDen mån 3 aug. skrev Deskhand:\n> ${line}\n>\n> Ticket 7\n`)).toBe(
        "It works.",
      );
      expect(cutReply(`It works.\n${line}\nTicket 7: a new message`)).toBe("It works.");
      expect(cutReply(`It works.\n\nOn Mon, Deskhand wrote:\n> ${line}\n> Ticket 7`)).toBe("It works.");
    },
  );

  it("keeps quoted lines where somebody answers between them", () => {
    const text = `On Mon, Deskhand wrote:\n> Is it plugged in?\nYes.\n> Is it on?\nNo.`;

    expect(cutReply(text)).toBe(text);
  });

  it("is nothing where somebody only sent back what they got", () => {
    expect(cutReply(`${answerLines.en}\nTicket 7: a new message`)).toBe("");
    expect(cutReply("From: Deskhand\nSent: Monday\nTo: Ana\n\nWe wrote this.")).toBe("");
    expect(cutReply(`On Mon, Deskhand wrote:\n${quoted}`)).toBe("");
    expect(cutReply("")).toBe("");
  });

  it("keeps paragraphs, lists and words that only look like headings", () => {
    const text = "On Monday I wrote:\nthe printer is broken.\n\n- one\n- two\n\nFrom: the cellar";

    expect(cutReply(text)).toBe(text);
  });

  it("takes no longer for what was made to take long", () => {
    const nasty = [
      "On ".repeat(40_000),
      `${"On a wrote:\n> x\ny\n".repeat(5000)}`,
      `${"From: a\n".repeat(20_000)}`,
      `${"> ".repeat(60_000)}`,
      `On ${"a wrote ".repeat(30)}\n`.repeat(2000),
    ];
    const before = process.cpuUsage();

    for (const text of nasty) cutReply(text);

    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(2000);
  });
});
