export {
  type Accounts,
  type AccountsOptions,
  type ChannelPerson,
  createAccounts,
  createDirectory,
  createGuestLimits,
  createLogInLimits,
  type Directory,
  type EndedSession,
  type GuestLimits,
  hashPassword,
  type Identity,
  type LogIn,
  type LogInLimits,
  type Moved,
  type NewAccount,
  type NewGroup,
  type NewGuest,
  plainUsername,
  requirePrincipal,
} from "./accounts/index.js";
export { type ApiTokens, createApiTokens, isApiToken } from "./api-tokens.js";
export {
  addWorkingTime,
  type Calendars,
  type CalendarsOptions,
  createCalendars,
  type FindCalendarUses,
  isOpen,
  nextClosing,
  nextOpening,
  openSince,
  workingTimeBetween,
} from "./calendars/index.js";
export { clientAddress } from "./client-address.js";
export { createQuickLimit, type LimitStore, type QuickLimit } from "./limits.js";
export { type Config, type LoadedConfig, loadConfig, secretTexts } from "./load.js";
export { createLogger, type Log, type LoggerOptions } from "./logger.js";
export { isLoopback } from "./loopback.js";
export {
  answerLines,
  createMailer,
  createSmtp,
  createTemplates,
  type Mailer,
  type MailerOptions,
  markReturned,
  type OutgoingMail,
  type Replies,
  readSender,
  render,
  type SendResult,
  type Smtp,
  sampleValues,
  type TemplatedMail,
  type Templates,
  tokensIn,
  toHtml,
} from "./mail/index.js";
export {
  automaticReason,
  cutReply,
  fingerprintOf,
  type MailFile,
  type MailSource,
  mayAnswer,
  type OpenMailbox,
  openImap,
  type ParsedMail,
  parseMail,
  proveSender,
  type ResolveDns,
  type SenderProof,
} from "./mailbox/index.js";
export { createModes, type Modes, type ModesOptions } from "./modes/index.js";
export {
  createParameters,
  type ParameterChange,
  type ParameterItem,
  type Parameters,
  type ParametersOptions,
  type RawValue,
  type RecordedChange,
  type UnreadyParameter,
} from "./parameters/index.js";
export {
  type Compare,
  createProvisioning,
  type GroupChange,
  type GroupField,
  type MemberStep,
  type PersonField,
  type ProvisionedGroup,
  type ProvisionedPerson,
  type Provisioning,
  type ProvisioningFault,
  ProvisioningRefusal,
  type SaidGroup,
  type SaidPerson,
  saidPersonSchema,
  type Where,
} from "./provisioning/index.js";
export { createPush, type Push, type PushNotice } from "./push/index.js";
export { createRedis, createSubscriber, type RedisAddress, type RedisClient } from "./redis.js";
export { createRotas, onCallAt, type Rotas } from "./rota/index.js";
export { createSeal, type Seal, SealError } from "./seal.js";
export { sealedFor, sealStored } from "./sealed-columns.js";
export { sessionSecret } from "./session-secret.js";
export { createSignOn, type SignOn } from "./sign-on/index.js";
export { createOtlpTracer, createTrail, type DeskTrail } from "./trail/index.js";
export {
  createWidgetDesk,
  type Logo,
  type ReadIdentity,
  readIdentity,
  type WidgetDesk,
  type WidgetDeskOptions,
} from "./widget/index.js";
