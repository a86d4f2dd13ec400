import {
  automaticReason,
  fingerprintOf,
  mayAnswer,
  type ParsedMail,
  parseMail,
} from "../../../config/index.js";

const parse = (raw: string | Buffer): Promise<ParsedMail> =>
  parseMail(typeof raw === "string" ? Buffer.from(raw.replaceAll("\n", "\r\n")) : raw);

const plain = (headers: string, body = "Hello.") =>
  `From: Ana Souza <Ana.Souza@Example.com>\nTo: Desk <desk@example.com>\n${headers}\n\n${body}\n`;

describe("a mail as it comes", () => {
  it("says who wrote, to whom, and what it answers", async () => {
    const mail = await parse(
      plain(
        "Subject: =?utf-8?Q?A_cabe=C3=A7a?=\nCc: a@x.example, Desk <desk+00ff@example.com>\nDelivered-To: box@example.com\nMessage-ID: <m1@x>\nIn-Reply-To: <p2@x>\nReferences: <p0@x> <p1@x>",
      ),
    );

    expect(mail).toMatchObject({
      sender: "ana.souza@example.com",
      senderName: "Ana Souza",
      recipients: ["desk@example.com", "a@x.example", "desk+00ff@example.com", "box@example.com"],
      subject: "A cabeça",
      messageId: "<m1@x>",
      answers: ["<p2@x>", "<p1@x>", "<p0@x>"],
      text: "Hello.",
      files: [],
    });
  });

  it.each([
    ["iso-8859-1", "quoted-printable", "n=E3o imprime"],
    ["windows-1252", "quoted-printable", "n=E3o imprime"],
    ["utf-8", "base64", Buffer.from("não imprime").toString("base64")],
    ["utf-8", "quoted-printable", "n=C3=A3o impri=\nme"],
  ])("is read in %s, %s", async (charset, encoding, body) => {
    const mail = await parse(
      plain(`Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: ${encoding}`, body),
    );

    expect(mail.text).toBe("não imprime");
  });

  it("becomes text where it has only HTML, without scripts, styles and pictures (S2)", async () => {
    const html =
      '<html><head><style>p{color:red}</style></head><body><p>Hi <b>there</b> &amp; all</p><script>alert(1)</script><img src="http://x.example/spy.png"><ul><li>one</li></ul><blockquote>old words</blockquote></body></html>';
    const mail = await parse(plain("Content-Type: text/html; charset=utf-8", html));

    expect(mail.text).toMatch(/^Hi there & all/);
    expect(mail.text).toContain("> old words");
    expect(mail.text).not.toMatch(/alert|color|spy|<|script/);
  });

  it("brings its files, but not the pictures that only the quoted part shows", async () => {
    const picture = Buffer.alloc(6000, 7).toString("base64");
    const part = (id: string, disposition: string) =>
      `--b\nContent-Type: image/png; name="${id}.png"\nContent-Transfer-Encoding: base64\nContent-ID: <${id}>\nContent-Disposition: ${disposition}; filename="${id}.png"\n\n`;
    const body = [
      '--b\nContent-Type: text/html\n\n<p>See <img src="cid:new"></p><blockquote><img src="cid:old"></blockquote>',
      `${part("new", "inline")}${picture}`,
      `${part("old", "inline")}${picture}`,
      `${part("dot", "inline")}${Buffer.alloc(40).toString("base64")}`,
      `${part("file", "attachment")}${Buffer.from("small").toString("base64")}`,
      "--b--",
    ].join("\n");
    const mail = await parse(plain("Content-Type: multipart/related; boundary=b", body));

    expect(mail.files.map(({ name }) => name)).toEqual(["new.png", "file.png"]);
    expect(Buffer.from(mail.files[1]?.bytes ?? []).toString()).toBe("small");
  });

  it("never holds what a store refuses: NUL and halves of characters (S8)", async () => {
    const raw = Buffer.concat([
      Buffer.from(
        'From: "A\0na" <ana@example.com>\r\nSubject: a\0b\r\nContent-Type: text/plain; charset=utf-16le\r\n\r\n',
      ),
      Buffer.from([0x41, 0, 0, 0, 0x3d, 0xd8, 0x42, 0]),
    ]);
    const mail = await parse(raw);

    expect(JSON.stringify(mail)).not.toMatch(/\\u0000|\\ud8/);
    expect(mail.sender).toBe("ana@example.com");
  });

  it.each([
    ["no headers", "just words"],
    ["nothing", ""],
    ["a boundary that never comes", "From: a@b.example\nContent-Type: multipart/mixed; boundary=zz\n\nx"],
    ["a broken encoding", "From: a@b.example\nContent-Transfer-Encoding: base64\n\n%%%not base64%%%"],
    ["a charset nobody knows", "From: a@b.example\nContent-Type: text/plain; charset=klingon-1\n\nhello"],
    ["an address that is none", "From: nobody at all\n\nhello"],
    ["two addresses", "From: a@b.example, c@d.example\n\nhello"],
  ])("is read or refused, and never breaks anything: %s", async (_name, raw) => {
    const read = await parse(raw).catch((error: unknown) => error);

    expect(read).toBeDefined();
  });

  it("is refused when it is nested beyond all sense, in bounded time", async () => {
    let body = "Content-Type: text/plain\n\nx";
    for (let depth = 0; depth < 400; depth += 1) {
      body = `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${body}\n--b${depth}--`;
    }

    await expect(parse(`From: a@b.example\n${body}`)).rejects.toThrow();
  });

  it("has one name however often and by whatever way it comes, and another when anything in it differs", () => {
    const one = Buffer.from(
      "Received: a\r\nFrom: a@b.example\r\nMessage-ID: <1@x>\r\nSubject: s\r\n\r\nhello\r\n",
    );
    const again = Buffer.from(
      "Received: b\r\nX-Y: z\r\nFrom: a@b.example\r\nMessage-ID: <1@x>\r\nSubject: s\r\n\r\nhello\r\n\r\n",
    );
    const others = ["\r\n\r\nhello!\r\n", ""].map((end) =>
      Buffer.from(`From: a@b.example\r\nMessage-ID: <1@x>\r\nSubject: s${end}`),
    );

    expect(fingerprintOf(again)).toBe(fingerprintOf(one));
    for (const other of others) expect(fingerprintOf(other)).not.toBe(fingerprintOf(one));
    expect(fingerprintOf(Buffer.alloc(0))).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ["Auto-Submitted: auto-replied", "automatic"],
    ["Auto-Submitted: auto-generated (vacation)", "automatic"],
    ["Auto-Submitted: no", undefined],
    ["Precedence: auto_reply", "automatic"],
    ["X-Autoreply: yes", "automatic"],
    ["Content-Type: multipart/report; report-type=disposition-notification", "automatic"],
    ["Precedence: bulk", "list"],
    ["List-Id: <news.example.com>", "list"],
    ["Return-Path: <>", "returned"],
    ["Content-Type: multipart/report; report-type=delivery-status", "returned"],
    ["X-Failed-Recipients: a@b.example", "returned"],
    ["X-Auto-Response-Suppress: All", undefined],
    ["X-Priority: 1", undefined],
  ])("tells whether a person wrote it: %s", async (header, reason) => {
    expect(automaticReason(await parse(plain(header)))).toBe(reason);
  });

  it.each([
    ["X-Auto-Response-Suppress: OOF, AutoReply", false],
    ["X-Auto-Response-Suppress: DR", true],
    ["Auto-Submitted: auto-replied", false],
    ["Subject: hello", true],
  ])("tells whether the desk may answer by itself: %s", async (header, may) => {
    expect(mayAnswer(await parse(plain(header)))).toBe(may);
    expect(mayAnswer(await parse(plain(header).replace("Ana.Souza@", "no-reply@")))).toBe(false);
  });
});
