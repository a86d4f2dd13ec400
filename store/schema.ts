import type { Insertable, Selectable } from "kysely";
import type { AuditEntryTable } from "./tables/audit.js";
import type { CalendarTable, ModeSettingTable } from "./tables/calendars.js";
import type { ChangeLogTable } from "./tables/changes.js";
import type {
  CannedReplyTable,
  MergedTalkTable,
  NoteMentionTable,
  NoteTable,
  ParticipantTable,
  PushKeyTable,
  PushSubscriptionTable,
  RotaShiftTable,
  TagTable,
} from "./tables/console.js";
import type { ConsultMemberTable, ConsultTable, ContactTable, OffRecordTable } from "./tables/consults.js";
import type { ApiTokenTable, FilePartTable, FileTable, TicketMessageTable } from "./tables/files.js";
import type {
  AttendanceMarkTable,
  SurveyExemptionTable,
  SurveySettingTable,
  SurveyTable,
  SurveyWishTable,
} from "./tables/insight.js";
import type {
  ArticleFeedbackTable,
  ArticleFolderTable,
  ArticleTable,
  ArticleVersionTable,
  FolderGrantTable,
} from "./tables/knowledge.js";
import type {
  AbsenceTable,
  ArrivalRawTable,
  ArrivalTable,
  EmailTemplateTable,
  MailboxTable,
  MailTable,
  MailThreadTable,
} from "./tables/mail.js";
import type { ModelAnswerTable } from "./tables/model-answers.js";
import type { DeskCopyTable, DeskLinkTable, OtherDeskTable } from "./tables/other-desks.js";
import type {
  AccountTable,
  GroupTable,
  MembershipTable,
  PersonPhotoTable,
  SessionTable,
} from "./tables/people.js";
import type {
  ActivityTable,
  CatalogTable,
  PermittedGroupTable,
  ServiceTable,
  TicketEventTable,
  TicketTable,
} from "./tables/portfolio.js";
import type { EmptiedTable, ErasureTable, LeftElsewhereTable, WatchedTalkTable } from "./tables/privacy.js";
import type {
  KeptAnswerTable,
  WebhookDeliveryTable,
  WebhookFactTable,
  WebhookTable,
} from "./tables/programs.js";
import type {
  AgreementServiceTable,
  AgreementTable,
  AttendanceRecordTable,
  AttendanceToldTable,
  CompletionCodeTable,
  DeskSettingTable,
  InteractionLinkTable,
  InteractionTable,
  OfferingAgreementTable,
  OfferingTable,
} from "./tables/records.js";
import type {
  CounterTable,
  LeaseTable,
  NamedTable,
  ParameterChangeTable,
  ParameterTable,
} from "./tables/settings.js";
import type {
  ProvisionedGroupTable,
  ProvisionedMemberTable,
  ProvisionedPersonTable,
  SignOnBegunTable,
  SignOnEndedTable,
  SignOnLinkTable,
  SignOnSessionTable,
} from "./tables/sign-on.js";
import type {
  AttendanceGroupTable,
  AttendanceOfferTable,
  AttendanceTable,
  ChannelLinkTable,
  ConversationTable,
  MessageTable,
  ReceiptTable,
  RoutingRuleTable,
  TurnTable,
} from "./tables/talk.js";
import type {
  GoldRunTable,
  GoldSentenceTable,
  QuestionVerdictTable,
  SearchBoostTable,
  SearchSynonymTable,
  TaughtExampleTable,
  TrainingRunTable,
} from "./tables/understanding.js";
import type {
  EndedIdentityTable,
  WidgetImageTable,
  WidgetKeyTable,
  WidgetSettingsTable,
} from "./tables/widget.js";

/** Times are ms UTC, ids are UUIDv7 text, flags are 0 or 1, `*_json` is text that zod reads and writes. */
export interface Tables {
  account: AccountTable;
  session: SessionTable;
  sign_on_link: SignOnLinkTable;
  sign_on_begun: SignOnBegunTable;
  sign_on_session: SignOnSessionTable;
  sign_on_ended: SignOnEndedTable;
  provisioned_person: ProvisionedPersonTable;
  provisioned_group: ProvisionedGroupTable;
  provisioned_member: ProvisionedMemberTable;
  assignment_group: GroupTable;
  person_photo: PersonPhotoTable;
  membership: MembershipTable;
  parameter: ParameterTable;
  parameter_change: ParameterChangeTable;
  origin: NamedTable;
  contract: NamedTable;
  catalog: CatalogTable;
  service: ServiceTable;
  activity: ActivityTable;
  permitted_group: PermittedGroupTable;
  article: ArticleTable;
  article_feedback: ArticleFeedbackTable;
  article_version: ArticleVersionTable;
  article_folder: ArticleFolderTable;
  folder_grant: FolderGrantTable;
  counter: CounterTable;
  ticket: TicketTable;
  ticket_event: TicketEventTable;
  conversation: ConversationTable;
  message: MessageTable;
  receipt: ReceiptTable;
  turn: TurnTable;
  attendance: AttendanceTable;
  attendance_group: AttendanceGroupTable;
  attendance_offer: AttendanceOfferTable;
  routing_rule: RoutingRuleTable;
  channel_link: ChannelLinkTable;
  lease: LeaseTable;
  email_template: EmailTemplateTable;
  mail: MailTable;
  mail_thread: MailThreadTable;
  arrival: ArrivalTable;
  arrival_raw: ArrivalRawTable;
  mailbox: MailboxTable;
  absence: AbsenceTable;
  change_log: ChangeLogTable;
  calendar: CalendarTable;
  mode_setting: ModeSettingTable;
  widget_settings: WidgetSettingsTable;
  widget_key: WidgetKeyTable;
  widget_image: WidgetImageTable;
  ended_identity: EndedIdentityTable;
  file: FileTable;
  file_part: FilePartTable;
  ticket_message: TicketMessageTable;
  api_token: ApiTokenTable;
  kept_answer: KeptAnswerTable;
  watched_talk: WatchedTalkTable;
  webhook: WebhookTable;
  webhook_fact: WebhookFactTable;
  webhook_delivery: WebhookDeliveryTable;
  other_desk: OtherDeskTable;
  desk_link: DeskLinkTable;
  desk_copy: DeskCopyTable;
  attendance_record: AttendanceRecordTable;
  attendance_told: AttendanceToldTable;
  interaction: InteractionTable;
  interaction_link: InteractionLinkTable;
  completion_code: CompletionCodeTable;
  desk_setting: DeskSettingTable;
  agreement: AgreementTable;
  agreement_service: AgreementServiceTable;
  offering: OfferingTable;
  offering_agreement: OfferingAgreementTable;
  attendance_mark: AttendanceMarkTable;
  survey: SurveyTable;
  survey_exemption: SurveyExemptionTable;
  survey_setting: SurveySettingTable;
  survey_wish: SurveyWishTable;
  consult_member: ConsultMemberTable;
  consult: ConsultTable;
  off_record: OffRecordTable;
  contact: ContactTable;
  taught_example: TaughtExampleTable;
  question_verdict: QuestionVerdictTable;
  gold_sentence: GoldSentenceTable;
  gold_run: GoldRunTable;
  training_run: TrainingRunTable;
  search_synonym: SearchSynonymTable;
  search_boost: SearchBoostTable;
  model_answer: ModelAnswerTable;
  note: NoteTable;
  note_mention: NoteMentionTable;
  participant: ParticipantTable;
  merged_talk: MergedTalkTable;
  canned_reply: CannedReplyTable;
  tag: TagTable;
  push_key: PushKeyTable;
  push_subscription: PushSubscriptionTable;
  rota_shift: RotaShiftTable;
  audit_entry: AuditEntryTable;
  emptied: EmptiedTable;
  erasure: ErasureTable;
  left_elsewhere: LeftElsewhereTable;
}

export type Row<N extends keyof Tables> = Selectable<Tables[N]>;
export type NewRow<N extends keyof Tables> = Insertable<Tables[N]>;
