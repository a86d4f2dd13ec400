export { createMailer, type Mailer, type MailerOptions, render, type TemplatedMail } from "./mailer.js";
export { markReturned } from "./outbox.js";
export { answerLines, type Replies, tokensIn } from "./replies.js";
export { sampleValues } from "./samples.js";
export { readSender } from "./read-sender.js";
export { createSmtp, type OutgoingMail, type SendResult, type Smtp } from "./smtp.js";
export { createTemplates, type Templates } from "./templates.js";
export { ensureThreadIn, type ThreadSubject } from "./threads.js";
export { toHtml } from "./to-html.js";
