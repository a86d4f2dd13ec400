import type { Step } from "../turn.js";
import { answer } from "./answer.js";
import { askElsewhere } from "./ask-elsewhere.js";
import { choose } from "./choose.js";
import { fallBack } from "./fall-back.js";
import { fillForm } from "./fill-form.js";
import { greetFirst } from "./greet-first.js";
import { manualMenu } from "./manual-menu.js";
import { resumeOnWish } from "./resume-on-wish.js";
import { smallTalk } from "./small-talk.js";
import { startTicketOnWish } from "./start-ticket-on-wish.js";
import { takeFiles } from "./take-files.js";
import { tellTicketStatus } from "./tell-ticket-status.js";
import { tellOff } from "./tell-off.js";
import { wishForPerson } from "./wish-for-person.js";

/** What the assistant does with a message, in order: the first step that handles it ends the turn. */
export const steps: readonly Step[] = [
  tellOff,
  greetFirst,
  takeFiles,
  choose,
  wishForPerson,
  fillForm,
  manualMenu,
  askElsewhere,
  tellTicketStatus,
  resumeOnWish,
  startTicketOnWish,
  smallTalk,
  answer,
  fallBack,
];
