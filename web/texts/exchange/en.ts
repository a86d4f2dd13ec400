/** Texts of files and of messages on tickets, on the portal and in the console. */
export const exchangeEn = {
  "file.attach": "Attach a file",
  "file.list": "Files to send",
  "file.progress": "{name} is being uploaded",
  "file.failed": "This was not uploaded.",
  "file.retry": "Try again",
  "file.remove": "Remove {name}",
  "file.save": "Save {name}",
  "file.lost": "This file could not be loaded.",
  files: "Files",
  "title.requester": "Message to the attendant",
  "title.agent": "Message to the requester",
  open: "Messages",
  "open.of": "Messages of ticket {number}",
  text: "Your message",
  "text.needed": "Please write something.",
  email: "Send e-mail",
  "email.hint": "The other side also gets it by e-mail.",
  "email.not-sent":
    "The message is here, but no e-mail could be sent: there is nobody with an address, or no mail server.",
  send: "Send",
  list: "Messages, newest first",
  none: "Nobody has written yet.",
  mailed: "Also sent by e-mail",
  "by-mail": "By e-mail",
  unproven: "Sender not proven",
  close: "Close",
  chat: "Chat about ticket {number}",
  "chat.off": "The service of this ticket is not available via chat.",
} as const;

export type ExchangeKey = keyof typeof exchangeEn;
