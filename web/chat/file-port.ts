import type { FileAttachment } from "../../contract/file.js";
import { parseErrorBody } from "./outcome.js";

export type Uploaded =
  | { readonly ok: true; readonly file: FileAttachment }
  | { readonly ok: false; readonly message?: string | undefined };

export interface UploadTask {
  readonly conversationId: string;
  readonly file: File;
  /** The same for every try, so that a repeat is the same file. */
  readonly requestId: string;
  /** 0..1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** The bytes of files, to the desk and back. */
export interface FilePort {
  upload(task: UploadTask): Promise<Uploaded>;
  read(fileId: string): Promise<Blob>;
  /** Takes back what has not been sent; what cannot be reached goes by itself after a while. */
  forget(fileId: string): void;
}

export function createFilePort(options: {
  readonly url: string;
  readonly readToken: () => string | undefined;
}): FilePort {
  const headers = (): Record<string, string> => {
    const token = options.readToken();
    return token ? { authorization: `Bearer ${token}` } : {};
  };
  const address = (id: string) => `${options.url}/api/v1/files/${id}`;
  return {
    upload: (task) => upload(`${options.url}/api/v1/conversations`, headers(), task),
    async read(fileId) {
      const answer = await fetch(address(fileId), { headers: headers() });
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.blob();
    },
    forget(fileId) {
      fetch(address(fileId), { method: "DELETE", headers: headers() }).catch(() => undefined);
    },
  };
}

/** By the older way of asking: the newer one tells no progress. */
function upload(path: string, headers: Record<string, string>, task: UploadTask): Promise<Uploaded> {
  return new Promise((resolve) => {
    const { file, requestId, signal } = task;
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: file.name || "image.png", requestId });
    request.open("POST", `${path}/${task.conversationId}/files?${query}`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => task.onProgress(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve({ ok: true, file: request.response });
      else resolve({ ok: false, message: parseErrorBody(request.response?.error)?.message });
    };
    request.onerror = request.onabort = () => resolve({ ok: false });
    signal.onabort = () => request.abort();
    request.send(file);
  });
}
