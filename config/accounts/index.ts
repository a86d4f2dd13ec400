export {
  type Accounts,
  type AccountsOptions,
  createAccounts,
  type LogIn,
  type Moved,
  requirePrincipal,
} from "./accounts.js";
export type { ChannelPerson } from "./channel-accounts.js";
export { createDirectory, type Directory } from "./directory.js";
export { joinGroups, lockPeople, requireAdmin, setGroups } from "./edit-people.js";
export type { NewGroup } from "./groups.js";
export { createGuestLimits, type GuestLimits } from "./guest-limits.js";
export type { NewGuest } from "./guests.js";
export type { Identity } from "./identities.js";
export { createLogInLimits, type LogInLimitOptions, type LogInLimits } from "./log-in-limits.js";
export { readPerson } from "./list-people.js";
export { hashPassword } from "./passwords.js";
export { groupIdsOf, type NewAccount, plainUsername } from "./people.js";
export type { EndedSession } from "./sessions.js";
export { newToken } from "./tokens.js";
