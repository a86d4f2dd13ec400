import { createRoot } from "react-dom/client";
import { createFilePort } from "../chat/file-port.js";
import { App } from "./app.js";
import { createApi } from "./shared/api.js";
import type { Desk } from "./shared/desk.js";
import { createHttp } from "./shared/http.js";
import { createPreferences } from "./shared/preferences.js";
import { createSession, type Session } from "./shared/session.js";
import { admitStyleTexts } from "./shared/trusted-types.js";

const root = document.getElementById("root");
if (root) start(root);

function start(into: HTMLElement): void {
  admitStyleTexts();
  // Zod's settings, without Zod in this bundle: schemas of later pages would try to compile themselves, which is refused.
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
  const nonce = readNonce();
  // The scroll lock of dialogs adds a style tag of its own and looks for the nonce under this name.
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  createRoot(into).render(<App desk={createDesk()} nonce={nonce} />);
}

function createDesk(): Desk {
  const readToken = (): string | undefined => {
    const state = session.store.getState();
    return state.status === "in" ? state.token : undefined;
  };
  const preferences = createPreferences(navigator.languages);
  const http = createHttp({
    fetch: (...request) => fetch(...request),
    readToken,
    readLocale: () => preferences.getState().locale,
    onSessionLost: () => session.lose(),
  });
  const api = createApi(http);
  const session: Session = createSession(api);
  const files = createFilePort({ url: "", readToken });
  return { api, session, files, preferences };
}

function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}
