export type { GroupChange, GroupField, MemberStep, ProvisionedGroup, SaidGroup } from "./groups.js";
export { createProvisioning, type Provisioning } from "./provisioning.js";
export type { PersonField, ProvisionedPerson } from "./read-people.js";
export { type ProvisioningFault, ProvisioningRefusal } from "./refusal.js";
export { type SaidPerson, saidPersonSchema } from "./said.js";
export type { Compare, Where } from "./where.js";
