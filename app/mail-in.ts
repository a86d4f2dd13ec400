import { type Config, type Log, type Mailer, openImap } from "../config/index.js";
import { loop } from "../conversation/index.js";
import type { Address } from "./address.js";
import type { Doors } from "./doors.js";
import { createMailbox, type Mailbox } from "./mailbox/index.js";
import { createStrangers } from "./strangers.js";
import type { TicketNews } from "./ticket-news.js";

type Parts = Parameters<typeof createMailbox>[0];

type OfDesk =
  | "settings"
  | "source"
  | "ensureStranger"
  | "onAway"
  | "mode"
  | "mask"
  | "ticketChanged"
  | "baseUrl";

/** The way in for mail, with the mailbox of `IMAP_URL` behind it where there is one. */
export function createMailIn(
  parts: Omit<Parts, OfDesk> &
    Parameters<typeof createStrangers>[0] & {
      readonly config: Config;
      readonly log: Log;
      readonly doors: Pick<Doors, "modeFor">;
      readonly rules: { readonly mask: Parts["mask"] };
      readonly ticketNews: Pick<TicketNews, "tell">;
      readonly address: Pick<Address, "url">;
    },
): Mailbox {
  const { config, log, doors, rules, ticketNews, address } = parts;
  const { imapUrl } = config.secrets;
  return createMailbox({
    ...parts,
    settings: config.mail,
    source: imapUrl === undefined ? undefined : openImap(imapUrl),
    ensureStranger: createStrangers(parts),
    mode: () => doors.modeFor({}),
    mask: rules.mask,
    ticketChanged: ticketNews.tell,
    baseUrl: address.url,
    onAway: (reason) => log.warn({ reason }, "The mailbox cannot be read; it is tried again."),
  });
}

const sendEveryMs = 1000;
const forgetEveryMs = 3_600_000;

/** Sends what is due and takes what comes, until the signal. */
export async function runMail(
  { mailer, mailbox }: { readonly mailer: Mailer; readonly mailbox: Mailbox },
  upkeep: Parameters<typeof loop>[2],
): Promise<void> {
  await Promise.all([
    loop(sendEveryMs, mailer.sendDue, upkeep),
    loop(forgetEveryMs, mailer.forgetOld, upkeep),
    mailbox.run(upkeep),
  ]);
}
