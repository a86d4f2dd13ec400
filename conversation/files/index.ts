export { createFiles, type Files, type FileToRead, type UploadRequest } from "./files.js";
export { sendWithFiles } from "./send-with-files.js";
