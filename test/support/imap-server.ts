import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { freePort } from "./ports.js";

const program = "/usr/sbin/dovecot";
const user = "desk";
const password = "s3cret@box";
const nobody = 65_534;

export interface ImapServer {
  readonly url: string;
  /** Puts a mail into the mailbox as a mail server does that delivers it. */
  deliver(raw: string | Buffer): void;
  /** How many mails lie there, and how many of them nobody has seen. */
  count(): Promise<{ readonly all: number; readonly unseen: number }>;
  /** Cuts every connection and answers nobody until it is started again. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Numbers all mails anew, as after a restore on another server; the server must be stopped. */
  renumber(): void;
  close(): Promise<void>;
}

/** Dovecot with one mailbox in a folder of its own. */
export async function spawnImapServer(): Promise<ImapServer> {
  const folder = mkdtempSync(join(tmpdir(), "dhimap-"));
  // Mails are read by somebody who may do nothing else.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const box = join(folder, "mail", user);
  for (const part of ["tmp", "new", "cur"]) mkdirSync(join(box, part), { recursive: true });
  const isRoot = userInfo().uid === 0;
  const own = (path: string): void => {
    if (isRoot) chownSync(path, nobody, nobody);
  };
  for (const path of [join(folder, "mail"), box, ...readdirSync(box).map((name) => join(box, name))])
    own(path);
  const file = join(folder, "dovecot.conf");
  writeFileSync(file, configuration({ folder, port, isRoot }));
  let child: ChildProcess | undefined;

  const server: ImapServer = {
    url: `imap://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    deliver: (raw) => {
      const name = `${Date.now()}.${randomUUID()}.test`;
      const draft = join(box, "tmp", name);
      writeFileSync(draft, raw);
      own(draft);
      renameSync(draft, join(box, "new", name));
    },
    count: async () => {
      const client = new ImapFlow({
        host: "127.0.0.1",
        port,
        secure: false,
        auth: { user, pass: password },
        logger: false,
      });
      await client.connect();
      const status = await client.status("INBOX", { messages: true, unseen: true });
      await client.logout();
      if (!status) throw new Error("The mailbox has no status.");
      return { all: status.messages ?? 0, unseen: status.unseen ?? 0 };
    },
    start: async () => {
      child = spawn(program, ["-F", "-c", file], { stdio: ["ignore", "ignore", "pipe"], detached: true });
      let said = "";
      child.stderr?.on("data", (text: Buffer) => {
        said += text.toString();
      });
      const giveUpAt = performance.now() + 60_000;
      while (!(await answers(port))) {
        if (performance.now() > giveUpAt || child.exitCode !== null) throw new Error(`Dovecot: ${said}`);
        await wait(20);
      }
    },
    stop: async () => {
      if (child === undefined || child.exitCode !== null) return;
      const ended = once(child, "exit");
      // With all its processes, each of which would answer for a while.
      process.kill(-(child.pid ?? 0), "SIGKILL");
      await ended;
      child = undefined;
    },
    renumber: () => {
      for (const name of readdirSync(box)) if (name.startsWith("dovecot")) rmSync(join(box, name));
      const index = join(folder, "index");
      if (existsSync(index)) rmSync(index, { recursive: true });
    },
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

function configuration(of: {
  readonly folder: string;
  readonly port: number;
  readonly isRoot: boolean;
}): string {
  const { folder, port, isRoot } = of;
  const { uid, gid, username } = userInfo();
  const owner = isRoot ? { uid: nobody, gid: nobody } : { uid, gid };
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = static
  args = password={plain}${password}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
${isRoot ? "" : `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${username}\n`}`;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}
