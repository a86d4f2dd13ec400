import { createStore, type StoreApi } from "zustand/vanilla";
import type { Account } from "../../../contract/account.js";
import type { Api } from "./api.js";
import { ApiError } from "./http.js";

export type SessionState =
  | { readonly status: "unknown" }
  | { readonly status: "unreachable" }
  | { readonly status: "out"; readonly why?: "ended" }
  | { readonly status: "in"; readonly user: Account; readonly token?: string };

export interface Session {
  readonly store: StoreApi<SessionState>;
  /** Asks the server who is behind the cookie. */
  load(): Promise<void>;
  /** Rejects with an `ApiError` when the server refuses. The token lives in this page's memory only. */
  logIn(credentials: { username: string; password: string }): Promise<Account>;
  /**
   * Forgets the person here in any case, and tells the server. Whoever came by an identity provider is sent there to be
   * logged out too. `everywhere` ends the person's other sessions as well.
   */
  logOut(where?: "here" | "everywhere"): Promise<void>;
  /** The server ended the session. */
  lose(): void;
}

/** Who uses this page; one per page. */
export function createSession(
  api: Pick<Api, "readSession" | "logIn" | "logOut">,
  goTo: (url: string) => void = (url) => location.assign(url),
): Session {
  const store = createStore<SessionState>(() => ({ status: "unknown" }));
  const become = (state: SessionState): void => store.setState(state, true);

  return {
    store,
    async load() {
      try {
        const { user } = await api.readSession();
        become({ status: "in", user });
      } catch (error) {
        const refused = error instanceof ApiError && error.status === 401;
        become({ status: refused ? "out" : "unreachable" });
      }
    },
    async logIn(credentials) {
      const { token, user } = await api.logIn(credentials);
      become({ status: "in", user, token });
      return user;
    },
    async logOut(where = "here") {
      const told = api.logOut({ everywhere: where === "everywhere" });
      // The server ends the sockets of this session at once, which must not look like a session that was lost.
      become({ status: "out" });
      const left = await told.catch(() => undefined);
      if (left?.leaveTo) goTo(left.leaveTo);
    },
    lose() {
      if (store.getState().status === "in") become({ status: "out", why: "ended" });
    },
  };
}
