export { createMailer, type Mailer, type MailerOptions, render, type TemplatedMail } from "./mailer.js";
export { sampleValues } from "./samples.js";
export { createSmtp, type OutgoingMail, type SendResult, type Smtp } from "./smtp.js";
export { createTemplates, type Templates } from "./templates.js";
export { toHtml } from "./to-html.js";
