import { AppError } from "../contract/index.js";

/** restify's own refusals, in our words. */
export function toAppError(error: Error & { statusCode?: number; code?: string }): Error {
  switch (error.statusCode) {
    case 400:
    case 415:
      return new AppError("request/malformed", "The body of this request cannot be read as JSON.");
    case 404:
      return new AppError("request/not-found", "There is nothing at this address.");
    case 405:
      return new AppError("request/method-not-allowed", "This address does not answer to this method.");
    case 413:
      return new AppError("request/too-large", "The body of this request is too large.");
    default:
      return error;
  }
}
