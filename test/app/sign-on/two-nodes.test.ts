import { type LyingProvider, startLyingProvider } from "../../support/lying-provider.js";
import type { RunningDesk } from "../../support/desk.js";
import { DeskClient } from "../../support/desk-client.js";
import { freePort } from "../../support/ports.js";
import { startStopwatch } from "../../support/slowness.js";
import { startTwoDesks, type TwoDesks } from "../../support/two-desks.js";
import { logInAs, whoIs } from "./scene.js";

describe("single sign-on on two nodes on Redis and PostgreSQL", () => {
  let provider: LyingProvider;
  let desks: TwoDesks;
  let near: RunningDesk;
  let far: RunningDesk;
  beforeAll(async () => {
    provider = await startLyingProvider();
    const [nearPort, farPort] = [await freePort(), await freePort()];
    desks = await startTwoDesks(provider.environment, {
      near: { PORT: String(nearPort), PUBLIC_URL: `http://127.0.0.1:${farPort}` },
      far: { PORT: String(farPort) },
    });
    ({ near, far } = desks);
  });
  afterAll(async () => {
    await desks.stop();
    await provider.close();
  });

  const person = (id: string, more: object = {}) => {
    provider.person = {
      sub: id,
      sid: `sid-${id}`,
      name: id,
      email: `${id}@acme.example`,
      email_verified: true,
      ...more,
    };
  };

  it("begin on one and end on the other, once", async () => {
    person("ada");
    const begun = await logInAs(near.url, "ada");

    expect(begun.at.origin).toBe(far.url);
    for (const { url } of [near, far]) expect((await whoIs(url, begun.token))?.name).toBe("ada");
  });

  it("end sessions and sockets of a sid within a second, whichever is told (S15)", async () => {
    person("eva");
    const { token = "" } = await logInAs(near.url, "eva");
    const sockets = [
      await DeskClient.connectWith(near.url, token),
      await DeskClient.connectWith(far.url, token),
    ];
    for (const { url } of [near, far]) expect((await whoIs(url, token))?.name).toBe("eva");
    const body = new URLSearchParams({ logout_token: await provider.logOutToken({ sid: "sid-eva" }) });
    const closed = sockets.map((one) => new Promise((resolve) => one.socket.once("disconnect", resolve)));

    const watch = startStopwatch();
    const told = await fetch(`${far.url}/api/v1/session/oidc/log-out`, { method: "POST", body });
    await Promise.all(closed);

    expect(watch.ms()).toBeLessThan(1000);
    expect(told.status).toBe(204);
    for (const { url } of [near, far]) expect(await whoIs(url, token)).toBeUndefined();
    for (const one of sockets) one.close();
  });

  it("take a log-out token once, though both are told at the same moment", async () => {
    person("zoe");
    const { token } = await logInAs(near.url, "zoe");
    const logOut = await provider.logOutToken({ sid: "sid-zoe" });
    const tell = ({ url }: RunningDesk) =>
      fetch(`${url}/api/v1/session/oidc/log-out`, {
        method: "POST",
        body: new URLSearchParams({ logout_token: logOut }),
      });
    await Promise.all([near, far].map(tell));

    expect(await whoIs(near.url, token)).toBeUndefined();
    expect((await tell(near)).status).toBe(400);
  });

  it("make one account of first log-ins that come at once", async () => {
    person("joy");
    const all = await Promise.all([near, far, near, far].map(({ url }) => logInAs(url, "joy")));
    const ids = await Promise.all(all.map(async ({ token }) => (await whoIs(far.url, token))?.id));
    expect(ids[0]).toBeDefined();
    expect(new Set(ids).size).toBe(1);
  });
});
