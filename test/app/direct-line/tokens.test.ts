import { createTokens, tokenSeconds } from "../../../app/direct-line/tokens.js";

const keys: Record<string, Uint8Array | undefined> = {};
let now = Date.UTC(2026, 4, 4, 10);
const tokens = createTokens({ apiTokens: { keyOf: async (id) => keys[id] }, now: () => now });
const grant = {
  site: "shop",
  talkId: "talk-1",
  user: { id: "dl_ana", name: "Ana" },
  origins: ["https://shop.example.com"],
};

beforeEach(() => {
  keys.shop = new Uint8Array(32).fill(1);
  keys.other = new Uint8Array(32).fill(2);
  now = Date.UTC(2026, 4, 4, 10);
});

describe("tokens of Direct Line", () => {
  it("say again what they were made for, where clients look for the user", async () => {
    const token = await tokens.sign(grant);

    expect(await tokens.read(token)).toEqual(grant);
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as object;
    expect(claims).toMatchObject({ user: "dl_ana", conv: "talk-1", site: "shop" });
  });

  it("end after half an hour, and say so in the word clients know", async () => {
    const token = await tokens.sign(grant);

    now += (tokenSeconds - 1) * 1000;
    await expect(tokens.read(token)).resolves.toEqual(grant);
    now += 20_000;
    await expect(tokens.read(token)).rejects.toMatchObject({ status: 403, code: "TokenExpired" });
  });

  it("count no more when their secret does not", async () => {
    const token = await tokens.sign(grant);

    keys.shop = undefined;

    await expect(tokens.read(token)).rejects.toMatchObject({ status: 403, code: "BadArgument" });
  });

  it("are refused signed by another site, unsigned, or cut", async () => {
    const own = await tokens.sign({ ...grant, site: "other" });
    const [head = "", claims = "", signature = ""] = own.split(".");
    const swapped = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(claims, "base64url").toString()), site: "shop" }),
    ).toString("base64url");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");

    for (const token of [
      `${head}.${swapped}.${signature}`,
      `${none}.${claims}.`,
      `${head}.${claims}`,
      "",
      "a.b.c",
    ]) {
      await expect(tokens.read(token)).rejects.toMatchObject({ status: 403, code: "BadArgument" });
    }
  });
});
