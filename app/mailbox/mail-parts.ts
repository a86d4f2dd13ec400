import type { Accounts, Config, Mailer, ResolveDns } from "../../config/index.js";
import type { Locale, Mode, Principal } from "../../contract/index.js";
import type { Conversations, Files } from "../../conversation/index.js";
import type { DetectLanguage } from "../../nlp/index.js";
import type { Store } from "../../store/index.js";
import type { Tickets } from "../../tickets/index.js";
import type { Absences } from "../absences/index.js";
import type { Exchange } from "../exchange/index.js";
import type { EnsureStranger } from "../strangers.js";

/** What taking a mail needs of the desk. */
export interface MailParts {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly files: Pick<Files, "upload">;
  readonly tickets: Tickets;
  readonly exchange: Pick<Exchange, "write">;
  readonly mailer: Pick<Mailer, "writeWordsIn">;
  readonly absences: Pick<Absences, "answeredByMail">;
  readonly accounts: Pick<Accounts, "accountById">;
  readonly personOf: (accountId: string) => Promise<Principal | undefined>;
  readonly ensureStranger: EnsureStranger;
  readonly detectLanguage: DetectLanguage;
  readonly mode: () => Mode;
  /** Takes out of what people write what must not be stored. */
  readonly mask: (text: string) => string;
  readonly ticketChanged: (ticketId: string) => void;
  readonly baseUrl: () => string;
  readonly settings: Config["mail"];
  /** In place of the machine's own way to the DNS. */
  readonly resolveDns?: ResolveDns | undefined;
  readonly now: () => number;
}

/** A mail of a person the desk knows by now. */
export interface PersonalMail {
  readonly arrivalId: string;
  readonly person: Principal;
  readonly locale: Locale;
  /** That this person wrote it is not proven. */
  readonly isUnproven: boolean;
}
