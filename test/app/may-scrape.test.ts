import { createMayScrape } from "../../app/may-scrape.js";
import { startDesk } from "../support/desk.js";

describe("who may read the metrics", () => {
  it("are this machine and private networks while there is no token", () => {
    const mayScrape = createMayScrape(undefined);
    const told = (address: string) => mayScrape({ token: undefined, address });

    for (const address of [
      "127.0.0.1",
      "::1",
      "10.1.2.3",
      "172.31.0.9",
      "192.168.1.1",
      "fd00::7",
      "fe80::1",
    ]) {
      expect([address, told(address)]).toEqual([address, true]);
    }
    for (const address of ["203.0.113.7", "172.32.0.1", "11.0.0.1", "2001:db8::1", "", "unknown"]) {
      expect([address, told(address)]).toEqual([address, false]);
    }
  });

  it("are those who bring the token, wherever they ask from", async () => {
    const token = "scrape-me-every-15-seconds";
    const desk = await startDesk({ METRICS_TOKEN: token, TRUST_PROXY: "1" });
    try {
      const ask = async (headers: Record<string, string>) =>
        (await fetch(`${desk.url}/metrics`, { headers })).status;

      expect(await ask({ authorization: `Bearer ${token}`, "x-forwarded-for": "203.0.113.7" })).toBe(200);
      expect(await ask({ authorization: `Bearer ${token}x` })).toBe(403);
      expect(await ask({})).toBe(403);
    } finally {
      await desk.stop();
    }
  });

  it("are not the public behind a proxy (issue 7)", async () => {
    const desk = await startDesk({ TRUST_PROXY: "1" });
    try {
      const ask = async (forwardedFor: string) => {
        const answer = await fetch(`${desk.url}/metrics`, { headers: { "x-forwarded-for": forwardedFor } });
        return { status: answer.status, text: await answer.text() };
      };

      expect((await ask("203.0.113.7")).status).toBe(403);
      expect((await ask("203.0.113.7")).text).not.toContain("deskhand_");
      expect((await ask("10.0.0.7")).text).toContain("deskhand_");
    } finally {
      await desk.stop();
    }
  });
});
