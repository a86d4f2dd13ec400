import { parseMail, proveSender } from "../../../config/index.js";
import { letter } from "../../support/letters.js";
import { type MailDomains, openMailDomains, type Signing } from "../../support/signed-mail.js";

const from = "Ana Souza <ana.souza@example.com>";

describe("whether a mail is its sender's", () => {
  let domains: MailDomains;
  beforeEach(() => {
    domains = openMailDomains();
  });

  async function judge(raw: string, server?: string) {
    const bytes = Buffer.from(raw);
    const { resolveDns } = domains;
    return proveSender(bytes, await parseMail(bytes), { server, resolveDns, now: Date.now });
  }
  const signed = (signing: Signing, raw = letter({ from, text: "Please help." })) =>
    domains.sign(raw, signing);

  it.each([
    ["RSA", { domain: "example.com" }],
    ["Ed25519", { domain: "example.com", algorithm: "ed25519-sha256" }],
    ["a machine of the same organization", { domain: "mail.example.com" }],
  ] as const)("is proven by a signature of the sender's domain: %s", async (_, signing) => {
    expect(await judge(await signed(signing))).toBe("proven");
  });

  it("follows the rule of the domain: with DMARC, and strictly where it says so", async () => {
    domains.put("_dmarc.example.com", "v=DMARC1; p=reject");
    expect(await judge(await signed({ domain: "mail.example.com" }))).toBe("proven");

    domains.put("_dmarc.example.com", "v=DMARC1; p=reject; adkim=s");
    expect(await judge(await signed({ domain: "mail.example.com" }))).toBe("unproven");
    expect(await judge(await signed({ domain: "example.com" }))).toBe("proven");
  });

  it("is not proven without a signature, and by none of somebody else", async () => {
    expect(await judge(letter({ from }))).toBe("unproven");
    expect(await judge(await signed({ domain: "evil.example" }))).toBe("unproven");
    domains.put("_dmarc.example.com", "v=DMARC1; p=none");
    expect(await judge(await signed({ domain: "evil.example" }))).toBe("unproven");
    // Of those who share a suffix nobody is the other.
    const shop = letter({ from: "ana@shop.co.uk" });
    expect(await judge(await signed({ domain: "evil.co.uk" }, shop))).toBe("unproven");
  });

  it("is not proven when a word of it was changed, or a second sender put before it", async () => {
    const raw = await signed({ domain: "example.com" });

    expect(await judge(raw.replace("Please help.", "Please pay."))).toBe("unproven");
    expect(await judge(raw.replace("ana.souza@", "bruno.lima@"))).toBe("unproven");
    expect(await judge(`From: boss@example.com\r\n${raw}`)).toBe("unproven");
    expect(await judge(`From: ${from}\r\n${raw}`)).toBe("unproven");
    const two = letter({ from: `${from}, Boss <boss@example.com>` });
    expect(await judge(await signed({ domain: "example.com" }, two))).toBe("unproven");
  });

  it("takes no signature that leaves the sender or the end of the words open", async () => {
    const open = await signed({ domain: "example.com", bodyChars: 5 });
    expect(await judge(open)).toBe("unproven");
    expect(await judge(`${open}And send the money to me.\r\n`)).toBe("unproven");
    expect(await judge(await signed({ domain: "example.com", headers: ["subject", "date"] }))).toBe(
      "unproven",
    );
  });

  it("takes no weak, old or unknown key, and none that has run out", async () => {
    for (const signing of [
      { domain: "example.com", algorithm: "rsa-sha1" },
      { domain: "example.com", bits: 512 },
      { domain: "example.com", isKept: false },
      { domain: "example.com", expires: new Date(Date.now() - 60_000) },
    ] as const)
      expect(await judge(await signed(signing))).toBe("unproven");
  });

  it("cannot tell while the DNS is away, and asks nothing for a flood of signatures", async () => {
    const raw = await signed({ domain: "example.com" });
    domains.goAway();
    expect(await judge(raw)).toBe("unknown");

    domains.comeBack();
    domains.asked.length = 0;
    const [signature = ""] = /^DKIM-Signature:(?:.*\r\n)(?:[ \t].*\r\n)*/i.exec(raw) ?? [];
    expect(await judge(signature.repeat(11) + raw)).toBe("unproven");
    expect(domains.asked).toEqual([]);
  });

  const byServer = (header: string, server = "mx.example.net") =>
    judge(letter({ from, headers: [`Authentication-Results: ${header}`] }), server);

  it("takes the word of the mail server that is named, and asks nobody", async () => {
    expect(await byServer("mx.example.net; dmarc=pass (p=REJECT) header.from=example.com")).toBe("proven");
    expect(await byServer("MX.example.net 1;\r\n spf=pass smtp.mailfrom=example.com;\r\n dmarc=pass")).toBe(
      "proven",
    );
    expect(await byServer("mx.example.net; dmarc=none; dkim=pass header.d=example.com")).toBe("proven");
    expect(domains.asked).toEqual([]);
  });

  it.each([
    "mx.evil.example; dmarc=pass header.from=example.com",
    "mx.example.net; dmarc=fail header.from=example.com; dkim=pass header.d=example.com",
    "mx.example.net; dmarc=pass header.from=evil.example",
    "mx.example.net; dkim=pass header.d=evil.example",
    "mx.example.net; spf=pass smtp.mailfrom=example.com",
    "mx.example.net; none",
    "mx.example.net (; dmarc=pass header.from=example.com); dmarc=fail",
    'mx.example.net; dmarc=fail reason="; dmarc=pass header.from=example.com"',
    "(",
    '"',
    "",
  ])("takes nobody else's word, and none that was put into a comment: %s", async (header) => {
    expect(await byServer(header)).toBe("unproven");
  });

  it("believes the first header of the server, which it has put before all that came with the mail", async () => {
    const raw = letter({
      from,
      headers: [
        "Authentication-Results: spam.example.net; none",
        "Authentication-Results: mx.example.net; dmarc=fail",
        "Authentication-Results: mx.example.net; dmarc=pass header.from=example.com",
      ],
    });

    expect(await judge(raw, "mx.example.net")).toBe("unproven");
  });
});
