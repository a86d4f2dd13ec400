export { createOtherDesks, type OtherDesks, type OtherDesksOptions } from "./other-desks.js";
