/** A page that was reached: where it is, and what stands on it. */
export interface Reached {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}

const hopsMost = 20;

/** What of a browser a log-in needs: cookies of each site, redirects, and forms. Its hops can be watched and stopped. */
export class PlainBrowser {
  readonly #jars = new Map<string, Map<string, string>>();
  /** Every address it asked for, in order. */
  readonly asked: URL[] = [];

  /** Follows redirects until a page is there, or until one leads where it is not to be followed. */
  async open(address: string | URL, stopBefore: (url: URL) => boolean = () => false): Promise<Reached> {
    return this.#follow(await this.#ask(new URL(address)), stopBefore);
  }

  /** Fills in the only form of a page and sends it. */
  async submit(
    page: Reached,
    fields: Readonly<Record<string, string>>,
    stopBefore: (url: URL) => boolean = () => false,
  ): Promise<Reached> {
    const action = /<form[^>]*\saction="([^"]*)"/.exec(page.text)?.[1] ?? "";
    const hidden = [...page.text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(([input]) => {
      const [name, value] = ["name", "value"].map(
        (of) => new RegExp(`${of}="([^"]*)"`).exec(input)?.[1] ?? "",
      );
      return name ? [[name, value ?? ""] as const] : [];
    });
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
    return this.#follow(await this.#ask(new URL(action, page.url), body), stopBefore);
  }

  /** The value of a cookie of this site. */
  cookie(site: string, name: string): string | undefined {
    return this.#jars.get(new URL(site).hostname)?.get(name);
  }

  setCookie(site: string, name: string, value: string): void {
    this.#jar(new URL(site)).set(name, value);
  }

  async #follow(
    first: { url: URL; response: Response },
    stopBefore: (url: URL) => boolean,
  ): Promise<Reached> {
    let { url, response } = first;
    for (let hops = 0; hops < hopsMost; hops++) {
      const location = response.headers.get("location");
      const text = await response.text();
      if (location === null || response.status < 300 || response.status > 399) {
        return { url, status: response.status, text };
      }
      const next = new URL(location, url);
      if (stopBefore(next)) return { url: next, status: 0, text: "" };
      ({ url, response } = await this.#ask(next));
    }
    throw new Error(`Nothing but redirects: ${url}`);
  }

  async #ask(url: URL, body?: URLSearchParams): Promise<{ url: URL; response: Response }> {
    this.asked.push(url);
    const jar = this.#jar(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      method: body === undefined ? "GET" : "POST",
      redirect: "manual",
      headers: { accept: "text/html", ...(cookie === "" ? {} : { cookie }) },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const isGone = /max-age=0(?:;|$)/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line);
      if (isGone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { url, response };
  }

  /** One for all ports of a host, as in browsers. */
  #jar({ hostname }: URL): Map<string, string> {
    const jar = this.#jars.get(hostname) ?? new Map<string, string>();
    this.#jars.set(hostname, jar);
    return jar;
  }
}
