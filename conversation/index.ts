export type { Bell } from "../store/index.js";
export { cameTo, sideOf } from "./access.js";
export { type BellWire, createRedisBell, createSilentBell } from "./bell.js";
export {
  type ChannelLink,
  type ChannelLinks,
  type ChannelReference,
  channelReferenceSchema,
  createChannelLinks,
  fetchedChannelId,
  type TalkPart,
} from "./channel-links.js";
export { type ConversationEvents, type Conversations, createConversations } from "./conversations.js";
export type { AppendResult, MessageDraft, Trx } from "./draft.js";
export {
  createFiles,
  type Files,
  type FileToRead,
  type Inspector,
  type Objects,
  type ScanFile,
  type UploadRequest,
} from "./files/index.js";
export { loop } from "./loop.js";
export type { Move, MoveResult } from "./moves.js";
export { createNotes, type NoteDraft, type Notes, readPeople } from "./notes.js";
export type { Opening } from "./open.js";
export {
  createParticipants,
  type ParticipantChange,
  type ParticipantFact,
  type Participants,
  type TakingOutcome,
} from "./participants.js";
export type { MessagePage } from "./read-after.js";
export type { ReadMark, Side } from "./receipts.js";
export { readExtra, toMessage, toOwner } from "./rows.js";
export { createTags, type Tagged, type Tags } from "./tags.js";
export type { Asked, FinishedTurn } from "./turns.js";
export { createTypedEvents, type TypedEvents } from "./typed-events.js";
