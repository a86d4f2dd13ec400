import { parsePosted, type Posted } from "./posted.js";
import { DirectLineRefusal } from "./refusals.js";

/** Beside the files themselves: the activity and the heads of the parts. */
const roomForTheRest = 256 * 1024;
const mostFiles = 10;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Uploaded {
  readonly posted: Posted;
  readonly files: readonly UploadedFile[];
}

export interface UploadRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly stream: AsyncIterable<Uint8Array>;
  readonly userId: string | undefined;
}

/**
 * Reads an upload in either of its forms: several parts, one of which may be the activity, or one file as the whole
 * body. What is larger than the files of one message may be is refused while it comes.
 */
export async function readUpload(request: UploadRequest, maxBytes: number): Promise<Uploaded> {
  const type = oneOf(request.headers["content-type"]) ?? "";
  const body = await collect(request.stream, maxBytes + roomForTheRest);
  const isMultipart = /^multipart\/form-data\b/i.test(type);
  const { activity, files } = isMultipart
    ? await readParts(body, type)
    : { activity: undefined, files: [{ name: nameOf(request.headers), bytes: body }] };
  if (files.length === 0) throw new DirectLineRefusal(400, "MissingProperty", "An upload needs a file");
  if (files.length > mostFiles)
    throw new DirectLineRefusal(400, "BadArgument", `A message has at most ${mostFiles} files`);
  const from = request.userId === undefined ? undefined : { id: request.userId };
  return { posted: parsePosted(activity ?? { type: "message", from }), files };
}

async function readParts(
  body: Uint8Array,
  type: string,
): Promise<{ readonly activity: unknown; readonly files: readonly UploadedFile[] }> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => {
      throw new DirectLineRefusal(400, "BadArgument", "The parts of this upload cannot be read");
    });
  let activity: unknown;
  const files: UploadedFile[] = [];
  for (const part of form.values()) {
    if (typeof part === "string") continue;
    if (part.type === "application/vnd.microsoft.activity") activity = parseJson(await part.text());
    else files.push({ name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) });
  }
  return { activity, files };
}

async function collect(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) throw new DirectLineRefusal(413, "MessageSizeTooBig", "The upload is too large");
    held.push(chunk);
  }
  return Buffer.concat(held);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DirectLineRefusal(400, "BadArgument", "The activity of this upload cannot be read as JSON");
  }
}

function nameOf(headers: UploadRequest["headers"]): string {
  const disposition = oneOf(headers["content-disposition"]) ?? "";
  return /filename="?([^";]{1,300})"?/i.exec(disposition)?.[1] ?? "file";
}

function oneOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "object" ? value[0] : value;
}
