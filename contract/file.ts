import { z } from "zod";
import { idSchema } from "./ids.js";

/** What may be sent; decided by the bytes, never by the name or by what the sender says it is. */
export const fileTypes = {
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif"],
  "application/pdf": ["pdf"],
  "application/zip": ["zip"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "video/mp4": ["mp4", "m4v"],
  "video/quicktime": ["mov"],
  "video/webm": ["webm"],
  "audio/mpeg": ["mp3"],
  "audio/wav": ["wav"],
  "audio/ogg": ["ogg", "oga", "opus"],
  "text/plain": ["txt", "log", "csv", "md", "json", "eml", "ini", "conf"],
} as const;
export type FileType = keyof typeof fileTypes;

const shownInPlace: readonly string[] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** Images that every browser draws and that hold no script. */
export function isShownInPlace(type: string): boolean {
  return shownInPlace.includes(type);
}

/** A file in a message or a ticket; its bytes are at `/api/v1/files/<fileId>`. */
export const fileSchema = z.strictObject({
  kind: z.literal("file"),
  fileId: idSchema,
  name: z.string(),
  type: z.string(),
  /** In bytes. */
  size: z.int().nonnegative(),
});
export type FileAttachment = z.infer<typeof fileSchema>;

export const uploadQuerySchema = z.strictObject({
  name: z.string().min(1).max(1000),
  /** Names the upload: a repeat under the same name is the same file. */
  requestId: z.string().min(1).max(100),
});
