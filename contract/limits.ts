/** Bounds that pages need too; apart from the schemas, so that a page that wants a number loads no validator. */
export const maxMessageChars = 8000;
export const maxFilesPerMessage = 10;
