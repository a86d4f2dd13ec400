export { type Absences, type AbsencesOptions, createAbsences } from "./absences.js";
