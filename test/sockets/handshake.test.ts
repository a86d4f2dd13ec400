import { once } from "node:events";
import { io } from "socket.io-client";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { logIn } from "../support/desk-client.js";

describe("a socket that comes while the store is away", () => {
  let desk: RunningDesk;
  let isAway = false;

  beforeAll(async () => {
    desk = await startDesk(
      {},
      {
        bend: ({ accounts }) => ({
          accounts: {
            ...accounts,
            authenticate: async (token) => {
              if (isAway) throw Object.assign(new Error("connect refused"), { code: "ECONNREFUSED" });
              return accounts.authenticate(token);
            },
          },
        }),
      },
    );
  });
  afterAll(() => desk.stop());

  it("is told to come again, not that its session is over, and so is a request over HTTP (F12)", async () => {
    const token = await logIn(desk.url, "ana");
    isAway = true;
    const socket = io(desk.url, { auth: { token }, transports: ["websocket"], forceNew: true });

    const [refused] = await once(socket as unknown as NodeJS.EventEmitter, "connect_error");
    const response = await fetch(`${desk.url}/api/v1/catalog`, {
      headers: { authorization: `Bearer ${token}` },
    });
    isAway = false;
    socket.connect();
    await once(socket as unknown as NodeJS.EventEmitter, "connect");

    expect(refused).toMatchObject({ data: { code: "server/busy" } });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await response.json()).toMatchObject({ error: { code: "server/busy" } });
    socket.close();
  });
});
