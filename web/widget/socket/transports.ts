import { Polling } from "engine.io-client/build/esm/transports/polling.js";
import { WS } from "engine.io-client/build/esm/transports/websocket.js";

/** Asks again and again where a proxy forbids WebSocket. The desk's own pages are known by their cookie. */
class FetchPolling extends Polling {
  doPoll(): void {
    this.#ask().then(
      (text) => this.onData(text),
      (fault) => this.onError("poll failed", fault),
    );
  }

  doWrite(data: string, callback: () => void): void {
    this.#ask(data).then(callback, (fault) => this.onError("write failed", fault));
  }

  async #ask(body?: string): Promise<string> {
    const sent = body === undefined ? {} : { method: "POST", body };
    const response = await fetch(this.uri(), { ...sent, credentials: "same-origin", cache: "no-store" });
    if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
    return response.text();
  }
}

export const transports = { websocket: WS, polling: FetchPolling };
