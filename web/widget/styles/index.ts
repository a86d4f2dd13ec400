import base from "./base.css?inline";
import files from "./files.css?inline";
import forms from "./forms.css?inline";
import guests from "./guests.css?inline";
import messages from "./messages.css?inline";
import motion from "./motion.css?inline";
import panel from "./panel.css?inline";
import survey from "./survey.css?inline";

export const styles: string = [base, panel, guests, messages, forms, files, survey, motion].join("\n");
