import type { Locale } from "./locale.js";

/** Every code that leaves the server, with the HTTP status it stands for. Codes are stable. */
export const errorStatus = {
  "request/malformed": 400,
  "request/too-large": 413,
  "request/not-found": 404,
  "request/method-not-allowed": 405,
  "request/too-many": 429,
  "request/foreign-origin": 403,
  "session/required": 401,
  "session/wrong-credentials": 401,
  "session/expired": 401,
  "access/denied": 403,
  "identity/refused": 401,
  "identity/expired": 401,
  "identity/ended": 401,
  "identity/unusable": 422,
  "identity/not-configured": 422,
  "guest/off": 422,
  "guest/refused": 403,
  "guest/nothing-to-claim": 409,
  "widget/refused": 422,
  "widget/changed": 409,
  "conversation/not-found": 404,
  "conversation/stale-epoch": 409,
  "conversation/epoch-required": 422,
  "conversation/closed": 409,
  "conversation/not-owner": 409,
  "conversation/move-refused": 409,
  "message/empty": 422,
  "message/too-long": 422,
  "file/not-found": 404,
  "file/empty": 422,
  "file/too-large": 413,
  "file/refused": 422,
  "file/already-sent": 409,
  "file/harmful": 422,
  "file/unchecked": 409,
  "token/not-found": 404,
  "token/refused": 422,
  "token/scope": 403,
  "language-model/refused": 422,
  "language-model/changed": 409,
  "language-model/not-ready": 409,
  "webhook/not-found": 404,
  "webhook/refused": 422,
  "webhook/changed": 409,
  "other-desk/not-found": 404,
  "other-desk/refused": 422,
  "other-desk/changed": 409,
  "other-desk/unsigned": 401,
  "request/key-reused": 422,
  "request/under-way": 409,
  "request/outdated": 412,
  "attendance/not-found": 404,
  "attendance/taken": 409,
  "attendance/gone": 409,
  "attendance/at-capacity": 409,
  "attendance/not-in-group": 403,
  "attendance/offline": 409,
  "attendance/off": 422,
  "attendance/not-configured": 422,
  "attendance/closed": 422,
  "attendance/offered-to-other": 409,
  "attendance/not-offered": 409,
  "attendance/channel-full": 409,
  "attendance/no-target": 422,
  "attendance/choose-group": 422,
  "attendance/finished": 409,
  "ticket/not-found": 404,
  "ticket/changed": 409,
  "ticket/no-chat": 422,
  "interaction/not-found": 404,
  "interaction/changed": 409,
  "agreement/not-found": 404,
  "agreement/refused": 422,
  "agreement/in-use": 409,
  "mapping/changed": 409,
  "ticket/not-configured": 422,
  "ticket/invalid-fields": 422,
  "activity/not-found": 404,
  "activity/not-available": 422,
  "article/not-found": 404,
  "article/refused": 422,
  "article/changed": 409,
  "folder/not-found": 404,
  "folder/refused": 422,
  "portfolio/not-found": 404,
  "portfolio/refused": 422,
  "portfolio/in-use": 409,
  "account/not-found": 404,
  "account/refused": 422,
  "group/not-found": 404,
  "group/refused": 422,
  "group/in-use": 409,
  "routing/refused": 422,
  "parameter/not-found": 404,
  "parameter/refused": 422,
  "calendar/not-found": 404,
  "calendar/refused": 422,
  "calendar/in-use": 409,
  "mode/refused": 422,
  "consult/not-found": 404,
  "consult/ended": 409,
  "consult/not-invited": 403,
  "consult/not-originator": 403,
  "consult/no-invitee": 422,
  "consult/no-recipient": 422,
  "consult/recipient-gone": 409,
  "contact/not-found": 404,
  "contact/not-mutual": 422,
  "understanding/not-found": 404,
  "understanding/refused": 422,
  "understanding/known": 409,
  "participant/refused": 422,
  "canned-reply/not-found": 404,
  "canned-reply/refused": 422,
  "push/refused": 422,
  "template/not-found": 404,
  "template/refused": 422,
  "template/in-use": 409,
  "mail/not-found": 404,
  "chat/off": 422,
  "survey/not-found": 404,
  "survey/closed": 409,
  "report/refused": 422,
  "channel/refused": 403,
  "privacy/refused": 422,
  "privacy/changed": 409,
  "privacy/too-large": 422,
  "sign-on/refused": 422,
  "sign-on/changed": 409,
  "server/busy": 503,
  "server/failed": 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export interface ErrorBody {
  readonly code: ErrorCode;
  /** Safe to show: what happened and what to do next. */
  readonly message: string;
  readonly details?: unknown;
}

/** Says an error in the reader's language. */
export type TellError = (body: ErrorBody, locale: Locale) => ErrorBody;

/** An outcome the caller is told about; any other error is a bug and reaches people as `server/failed`. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, options: { details?: unknown; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.details = options.details;
  }

  get status(): number {
    return errorStatus[this.code];
  }

  toBody(): ErrorBody {
    const body = { code: this.code, message: this.message };
    return this.details === undefined ? body : { ...body, details: this.details };
  }
}
