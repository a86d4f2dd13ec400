import { openImap } from "../../../config/index.js";
import { type ImapServer, spawnImapServer } from "../../support/imap-server.js";

const letter = (subject: string, body = "Hello.") =>
  `From: Ana <ana@example.com>\r\nTo: desk@example.com\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@x.example>\r\n\r\n${body}\r\n`;

describe("a mailbox over IMAP", () => {
  let server: ImapServer;
  const ending = new AbortController();

  beforeAll(async () => {
    server = await spawnImapServer();
  });
  afterAll(async () => {
    ending.abort();
    await server.close();
  });

  it("finds letters by their numbers, reads them and marks them seen", async () => {
    server.deliver(letter("one"));
    server.deliver(letter("two", "x".repeat(5000)));
    const mailbox = await openImap(server.url)(ending.signal);
    const unseen = await mailbox.find("unseen");

    const [first, second] = await Promise.all(unseen.map((uid) => mailbox.read(uid, 2000)));
    await mailbox.markSeen(unseen[0] ?? 0);

    expect(unseen).toEqual([1, 2]);
    const letters = [first, second].map((one) => one?.raw.toString("latin1") ?? "");
    const small = [first, second].find((one) => one?.isWhole);
    const large = [first, second].find((one) => one?.isWhole === false);
    expect(
      letters
        .sort()
        .map((text) => /Subject: (\w+)/.exec(text)?.[1])
        .sort(),
    ).toEqual(["one", "two"]);
    expect(small?.raw.toString()).toContain("Hello.");
    expect(large?.raw.toString()).not.toContain("xxxx");
    expect(large?.size).toBeGreaterThan(5000);
    expect(await mailbox.find("unseen")).toEqual([2]);
    expect(await mailbox.find({ after: 1 })).toEqual([2]);
    expect(await mailbox.find({ after: 2 })).toEqual([]);
    expect(await mailbox.find({ since: new Date(Date.now() - 86_400_000) })).toEqual([1, 2]);
    expect(await mailbox.read(99, 2000)).toBeUndefined();
    mailbox.close();
  });

  it("is told of a letter when it comes, and of the end of the connection", async () => {
    const mailbox = await openImap(server.url)(ending.signal);
    const news = mailbox.waitForNews(60_000);
    server.deliver(letter("three"));
    await news;
    const found = await mailbox.find({ after: mailbox.uidNext - 1 });
    const lost = mailbox.waitForNews(60_000).catch((error: Error) => error.message);
    await server.stop();

    expect(found).toEqual([mailbox.uidNext]);
    expect(await lost).toMatch(/closed/);
    await expect(mailbox.find("unseen")).rejects.toThrow();
    await server.start();
    mailbox.close();
  });

  it("tells why it cannot be opened, without the password", async () => {
    const url = new URL(server.url);
    url.password = "wrong-password";
    const refused = await openImap(url.href)(ending.signal).catch((error: Error) => error.message);
    await server.stop();
    const away = await openImap(server.url)(ending.signal).catch((error: Error) => error.message);
    await server.start();

    expect(refused).toMatch(/auth/i);
    expect(refused).not.toContain("wrong-password");
    expect(away).toMatch(/ECONNREFUSED/);
  });
});
