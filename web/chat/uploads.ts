import type { FileAttachment } from "../../contract/file.js";
import { maxFilesPerMessage } from "../../contract/limits.js";
import type { FilePort } from "./file-port.js";
import { newId } from "./new-id.js";
import { createWritable, type Readable } from "./readable.js";

export interface UploadItem {
  /** Names the upload to the server too. */
  readonly key: string;
  readonly name: string;
  readonly state: "uploading" | "ready" | "failed";
  /** 0..1. */
  readonly progress: number;
  /** Of an image, to be looked at before it is sent. */
  readonly preview?: string | undefined;
  readonly file?: FileAttachment;
  /** Why the server refused it; without one it was not reached. */
  readonly message?: string | undefined;
}

/** The files that stand in a composer, each on its way by itself. */
export interface Uploads extends Readable<readonly UploadItem[]> {
  add(files: Iterable<File>): void;
  retry(key: string): void;
  /** Breaks an upload off, or takes back what has come already. */
  cancel(key: string): void;
  /** What is ready, to be sent with a message; the composer is empty afterwards. */
  take(): FileAttachment[];
}

export function createUploads(port: FilePort, conversationId: string): Uploads {
  const items = createWritable<readonly UploadItem[]>([]);
  const sources = new Map<string, { file: File; stop: AbortController }>();

  function change(key: string, to: Partial<UploadItem>): void {
    items.set(items.getSnapshot().map((item) => (item.key === key ? { ...item, ...to } : item)));
  }

  async function run(key: string, file: File): Promise<void> {
    const stop = new AbortController();
    sources.set(key, { file, stop });
    change(key, { state: "uploading", progress: 0, message: undefined });
    const onProgress = (progress: number) => change(key, { progress });
    const task = { conversationId, file, requestId: key, onProgress, signal: stop.signal };
    const outcome = await port.upload(task);
    if (outcome.ok && stop.signal.aborted) port.forget(outcome.file.fileId);
    else if (outcome.ok) change(key, { state: "ready", progress: 1, file: outcome.file });
    else change(key, { state: "failed", message: outcome.message });
  }

  function drop(key: string): void {
    const gone = items.getSnapshot().find((item) => item.key === key);
    if (gone?.preview) URL.revokeObjectURL(gone.preview);
    sources.delete(key);
    items.set(items.getSnapshot().filter((item) => item.key !== key));
  }

  return {
    getSnapshot: items.getSnapshot,
    subscribe: items.subscribe,
    add(files) {
      const room = maxFilesPerMessage - items.getSnapshot().length;
      for (const file of [...files].slice(0, room)) {
        const key = newId();
        const preview = file.type.startsWith("image/") ? URL.createObjectURL(file) : undefined;
        const item = { key, name: file.name, state: "uploading" as const, progress: 0, preview };
        items.set([...items.getSnapshot(), item]);
        void run(key, file);
      }
    },
    retry(key) {
      const source = sources.get(key);
      if (source) void run(key, source.file);
    },
    cancel(key) {
      const file = items.getSnapshot().find((item) => item.key === key)?.file;
      sources.get(key)?.stop.abort();
      drop(key);
      if (file) port.forget(file.fileId);
    },
    take() {
      const ready = items.getSnapshot().filter(({ state }) => state === "ready");
      for (const { key } of ready) drop(key);
      return ready.flatMap(({ file }) => (file ? [file] : []));
    },
  };
}

const known = new WeakMap<object, Uploads>();

/** Those of one talk: they stay while it is open, whatever is shown meanwhile. */
export function uploadsOf(talk: { readonly conversationId: string }, port: FilePort): Uploads {
  const present = known.get(talk) ?? createUploads(port, talk.conversationId);
  known.set(talk, present);
  return present;
}

export function filesOf(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])];
}
