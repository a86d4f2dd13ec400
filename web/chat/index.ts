export {
  type ChatClient,
  type ChatClientOptions,
  type Connection,
  type ConnectionStatus,
  createChatClient,
} from "./chat-client.js";
export { createFilePort, type FilePort } from "./file-port.js";
export { type Keeping, keepInBrowser, keepInMemory, keepInTab } from "./keeping.js";
export { onDrop } from "./on-drop.js";
export type { OutboxEntry, SendFailure } from "./outbox-entry.js";
export { isLost, type LostAnswer, type Outcome } from "./outcome.js";
export { createWritable, type Readable, type Writable } from "./readable.js";
export { saveFile, tellSize } from "./save-file.js";
export { createTalk, type Talk, type TalkOptions } from "./talk.js";
export type { Me, TalkItem, TalkSide } from "./talk-items.js";
export type { TalkSnapshot } from "./talk-view.js";
export { systemTimers, type Timers } from "./timers.js";
export type { Typist } from "./typing.js";
export { filesOf, type UploadItem, type Uploads, uploadsOf } from "./uploads.js";
