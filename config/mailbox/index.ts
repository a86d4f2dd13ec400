export { automaticReason, mayAnswer } from "./automatic.js";
export { cutReply } from "./cut-reply.js";
export { fingerprintOf } from "./fingerprint.js";
export { type MailSource, type OpenMailbox, openImap } from "./imap.js";
export { proveSender, type ProofOptions, type ResolveDns, type SenderProof } from "./prove-sender.js";
export { type MailFile, type ParsedMail, parseMail } from "./parse-mail.js";
