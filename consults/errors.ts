import { AppError } from "../contract/index.js";

export function notFound(): AppError {
  return new AppError("consult/not-found", "There is no such consult, or you are not in it.");
}

export function ended(): AppError {
  return new AppError("consult/ended", "This consult has ended. Start a new one.");
}

export function notInvited(): AppError {
  return new AppError("consult/not-invited", "You are not invited to this consult. Ask somebody in it.");
}

export function notOriginator(): AppError {
  return new AppError(
    "consult/not-originator",
    "Only the person who started the consult sets its Chat Time.",
  );
}

export function noInvitee(): AppError {
  return new AppError("consult/no-invitee", "Choose colleagues who are attendants of this desk.");
}

export function noRecipient(): AppError {
  return new AppError("consult/no-recipient", "Choose a participant in Connections first.");
}

export function recipientGone(): AppError {
  return new AppError("consult/recipient-gone", "This participant is not in the consult any more.");
}

export function contactNotFound(): AppError {
  return new AppError("contact/not-found", "There is no such colleague.");
}

export function notMutual(): AppError {
  return new AppError(
    "contact/not-mutual",
    "You can talk when both of you have linked each other. Ask your colleague to link you.",
  );
}

export function staffOnly(): AppError {
  return new AppError("access/denied", "Only attendants consult each other.");
}
