import type { ImapFlow } from "imapflow";

/** A letter as it lies in the mailbox. */
export interface Letter {
  readonly size: number;
  /** Only its headers where it is larger than was asked for. */
  readonly raw: Buffer;
  readonly isWhole: boolean;
}

/** An open mailbox. Every call fails when the connection is gone; open it anew then. */
export interface OpenMailbox {
  /** Changes when the numbers of letters begin anew (RFC 3501, section 2.3.1.1). */
  readonly uidValidity: string;
  /** What a letter that comes now will have at least. */
  readonly uidNext: number;
  /** Numbers of letters, the oldest first. */
  find(which: { readonly after: number } | { readonly since: Date } | "unseen"): Promise<number[]>;
  /** Nothing when somebody has taken it away meanwhile. */
  read(uid: number, maxBytes: number): Promise<Letter | undefined>;
  markSeen(uid: number): Promise<void>;
  /** Resolves when the server tells of something new, or after so long. */
  waitForNews(ms: number): Promise<void>;
  close(): void;
}

/** Opens the mailbox; throws when it cannot be reached, or not with this password. */
export type MailSource = (signal: AbortSignal) => Promise<OpenMailbox>;

const connectMs = 15_000;
const silentMs = 60_000;
const reasonCharsMax = 300;
const connectionGone = "The mail server has closed the connection.";

/** A mailbox over IMAP; the only place that knows imapflow. `url` is `imaps://user:password@host:993/FOLDER`. */
export function openImap(url: string): MailSource {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === "imaps:";
  const folder = decodeURIComponent(pathname.slice(1)) || "INBOX";
  return async (signal) => {
    // Read only where there is a mailbox: it takes many megabytes.
    const imapflow = await import("imapflow");
    const client = new imapflow.ImapFlow({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: port === "" ? (secure ? 993 : 143) : Number(port),
      secure,
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      socketTimeout: silentMs * 5,
    });
    const stop = () => client.close();
    signal.addEventListener("abort", stop, { once: true });
    client.once("close", () => signal.removeEventListener("abort", stop));
    // What goes wrong is told by the call that waits for it, or by the end of the connection.
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.mailboxOpen(folder);
    } catch (error) {
      client.close();
      throw new Error(toReason(error));
    }
    return toMailbox(client);
  };
}

function toMailbox(client: ImapFlow): OpenMailbox {
  const { mailbox } = client;
  if (typeof mailbox === "boolean") throw new Error("The server has opened no folder.");
  const ask = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      const answer = await run();
      // A command that is cut off ends without an error, as if there were nothing.
      if (!client.usable) throw new Error(connectionGone);
      return answer;
    } catch (error) {
      throw new Error(toReason(error));
    }
  };
  return {
    uidValidity: String(mailbox.uidValidity),
    uidNext: mailbox.uidNext,
    find: (which) =>
      ask(async () => {
        const query =
          which === "unseen" ? { seen: false } : "after" in which ? { uid: `${which.after + 1}:*` } : which;
        const found = await client.search(query, { uid: true });
        if (!found) throw new Error(client.usable ? "The mail server does not search." : connectionGone);
        const after = typeof which === "object" && "after" in which ? which.after : 0;
        // `5:*` finds the last letter also where its number is lower.
        return found.filter((uid) => uid > after).sort((one, other) => one - other);
      }),
    read: (uid, maxBytes) =>
      ask(async () => {
        const about = await client.fetchOne(String(uid), { size: true, headers: true }, { uid: true });
        if (about === false) return undefined;
        const size = about.size ?? 0;
        if (size > maxBytes) return { size, raw: about.headers ?? Buffer.alloc(0), isWhole: false };
        const whole = await client.fetchOne(String(uid), { source: true }, { uid: true });
        if (whole === false || whole.source === undefined) return undefined;
        return { size: whole.source.length, raw: whole.source, isWhole: true };
      }),
    markSeen: (uid) =>
      ask(async () => {
        await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
      }),
    waitForNews: (ms) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error) => {
          clearTimeout(timer);
          client.off("exists", onNews);
          client.off("close", onClose);
          error === undefined ? resolve() : reject(error);
        };
        const onNews = () => end();
        const onClose = () => end(new Error(connectionGone));
        const timer = setTimeout(end, ms);
        client.on("exists", onNews);
        client.on("close", onClose);
        if (!client.usable) onClose();
        // Ends by itself with the next command, or with the connection.
        else client.idle().catch(() => undefined);
      }),
    close: () => client.close(),
  };
}

/** What the server said is worth more than that a command has failed. */
function toReason(error: unknown): string {
  const said = ["responseText", "message"].map((name) =>
    typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined,
  );
  return String(said.find((one) => typeof one === "string" && one !== "") ?? error).slice(0, reasonCharsMax);
}
