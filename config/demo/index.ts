export { demoDesk } from "./desk.js";
export { type SeedOptions, seedDemoDesk } from "./seed.js";
export type {
  DemoAccount,
  DemoActivity,
  DemoCatalog,
  DemoGroup,
  DemoService,
  DemoText,
} from "./shapes.js";
