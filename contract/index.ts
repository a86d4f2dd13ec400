export {
  type Account,
  type Availability,
  accountSchema,
  availabilities,
  availabilitySchema,
  type Group,
  groupSchema,
  isStaff,
  type Principal,
  type Role,
  roleSchema,
  roles,
} from "./account.js";
export { type Action, type ActionKind, type ActionValue, actionSchema, actionValueSchema } from "./action.js";
export {
  type Article,
  type ArticleState,
  type ArticleSummary,
  articleSchema,
  articleStates,
  articleSummarySchema,
  type Visibility,
  visibilities,
} from "./article.js";
export {
  type Attendance,
  type AttendancePhase,
  type AttendanceStatus,
  attendancePhases,
  attendanceSchema,
  attendanceStatuses,
  type HandoverContext,
  handoverContextSchema,
} from "./attendance.js";
export {
  type Attachment,
  attachmentSchema,
  type Conversation,
  conversationSchema,
  type Message,
  maxMessageChars,
  messageSchema,
  type Notice,
  noticeSchema,
  type Owner,
  type OwnerKind,
  ownerSchema,
  type Person,
  personSchema,
  type Sender,
  type SenderKind,
  senderSchema,
} from "./conversation.js";
export { readSessionCookie, sessionCookie, writeSessionCookie } from "./cookie.js";
export { AppError, type ErrorBody, type ErrorCode, errorStatus } from "./errors.js";
export {
  type Ack,
  type Answers,
  type ClientToServer,
  type FactName,
  type Facts,
  type Request,
  type RequestName,
  requestSchemas,
  type ServerToClient,
} from "./events.js";
export { clientIdSchema, idSchema } from "./ids.js";
export { inLocale, type Locale, locales, toLocale } from "./locale.js";
export { type LocalizedText, localeSchema, localizedTextSchema } from "./locale-schema.js";
export {
  type EmailTemplate,
  type EmailTemplateDraft,
  emailTemplateDraftSchema,
  emailTemplateSchema,
  type Mail,
  type MailState,
  mailSchema,
  mailStates,
  previewRequestSchema,
  previewSchema,
  testMailSchema,
} from "./mail.js";
export { type TemplateValues, type TemplateVariable, templateVariables } from "./mail-variables.js";
export {
  articleQuerySchema,
  localeQuerySchema,
  logInSchema,
  openTicketSchema,
  parameterValueSchema,
  ticketQuerySchema,
} from "./rest.js";
export {
  type Activity,
  type ActivityField,
  activityFieldSchema,
  activitySchema,
  type Catalog,
  catalogSchema,
  type Ticket,
  type TicketKind,
  type TicketState,
  type TimelineEntry,
  ticketKinds,
  ticketSchema,
  ticketStates,
  timelineEntrySchema,
} from "./ticket.js";
