import {
  type Config,
  createMailer,
  createSmtp,
  createTemplates,
  type Log,
  type Mailer,
  type Smtp,
  type Templates,
} from "../config/index.js";
import type { Store } from "../store/index.js";

/** Templates, and the outbox with the mail server behind it where there is one. */
export function createMail(parts: {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly now: () => number;
}): { readonly templates: Templates; readonly mailer: Mailer } {
  const { config, log, store, now } = parts;
  const { smtpUrl } = config.secrets;
  const { from } = config.mail;
  const smtp: Smtp | undefined =
    smtpUrl === undefined || from === undefined ? undefined : createSmtp({ url: smtpUrl, from });
  return {
    templates: createTemplates({ store, now }),
    mailer: createMailer({
      store,
      smtp,
      replies: config.mail.replies,
      now,
      onRefused: (failure) => log.warn(failure, "The mail server did not take an e-mail."),
    }),
  };
}
