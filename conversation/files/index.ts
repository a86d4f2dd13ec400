export type { Inspector, ScanFile } from "./inspect.js";
export type { Objects } from "./look-after.js";
export { createFiles, type Files, type FileToRead, type UploadRequest } from "./files.js";
export { sendWithFiles } from "./send-with-files.js";
