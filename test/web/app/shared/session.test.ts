import type { Account } from "../../../../contract/account.js";
import type { Api } from "../../../../web/app/shared/api.js";
import { ApiError } from "../../../../web/app/shared/http.js";
import { createSession } from "../../../../web/app/shared/session.js";

const bruno: Account = { id: "b", username: "bruno", name: "Bruno", role: "agent", groupIds: [] };
const unused = async (): Promise<never> => {
  throw new Error("not asked for in this test");
};

type SessionApi = Pick<Api, "readSession" | "logIn" | "logOut">;

function createApi(calls: Partial<SessionApi>): SessionApi {
  return { readSession: unused, logIn: unused, logOut: unused, ...calls };
}

const failing = (status: number) => async (): Promise<never> => {
  throw new ApiError(status, status === 401 ? "session/required" : "client/unreachable", "…");
};

describe("session", () => {
  it("knows who is behind the cookie", async () => {
    const session = createSession(createApi({ readSession: async () => ({ user: bruno }) }));

    await session.load();

    expect(session.store.getState()).toEqual({ status: "in", user: bruno });
  });

  it("tells nobody from no connection", async () => {
    const out = createSession(createApi({ readSession: failing(401) }));
    const unreachable = createSession(createApi({ readSession: failing(0) }));

    await Promise.all([out.load(), unreachable.load()]);

    expect([out.store.getState().status, unreachable.store.getState().status]).toEqual([
      "out",
      "unreachable",
    ]);
  });

  it("stays out when the server refuses the password, and says why", async () => {
    const session = createSession(createApi({ readSession: failing(401), logIn: failing(401) }));
    await session.load();

    await expect(session.logIn({ username: "bruno", password: "no" })).rejects.toBeInstanceOf(ApiError);
    expect(session.store.getState()).toEqual({ status: "out" });
  });

  it("forgets person and token on logging out, even when the server cannot be told", async () => {
    const session = createSession(
      createApi({ logIn: async () => ({ token: "t", user: bruno }), logOut: failing(0) }),
    );
    await session.logIn({ username: "bruno", password: "demo" });

    await session.logOut();

    expect(session.store.getState()).toEqual({ status: "out" });
  });

  it("does not take its own logging out for a session that was ended", async () => {
    const session = createSession(
      createApi({
        logIn: async () => ({ token: "t", user: bruno }),
        logOut: async () => {
          session.lose();
          return {};
        },
      }),
    );
    await session.logIn({ username: "bruno", password: "demo" });

    await session.logOut();
    session.lose();

    expect(session.store.getState()).toEqual({ status: "out" });
  });

  it("goes where the identity provider logs out, and nowhere when there is no such place", async () => {
    const gone: string[] = [];
    const wishes: boolean[] = [];
    let leaveTo: string | undefined = "https://login.example/out";
    const api = createApi({
      logIn: async () => ({ token: "t", user: bruno }),
      logOut: async ({ everywhere }) => {
        wishes.push(everywhere);
        return leaveTo === undefined ? {} : { leaveTo };
      },
    });
    const session = createSession(api, (url) => void gone.push(url));

    await session.logOut();
    leaveTo = undefined;
    await session.logOut("everywhere");

    expect(gone).toEqual(["https://login.example/out"]);
    expect(wishes).toEqual([false, true]);
  });

  it("tells that a session was ended by the server, once there was one", async () => {
    const session = createSession(createApi({ logIn: async () => ({ token: "t", user: bruno }) }));

    session.lose();
    expect(session.store.getState()).toEqual({ status: "unknown" });

    await session.logIn({ username: "bruno", password: "demo" });
    session.lose();
    expect(session.store.getState()).toEqual({ status: "out", why: "ended" });
  });
});
