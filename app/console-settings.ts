import type { Parameters } from "../config/index.js";
import type { Facts } from "../contract/index.js";

/** Y shows a conversation icon beside the ticket number in the attendance queue (S2-9). */
export const messageExchangeParameter = 299;

/** Y tells the person responsible for a ticket when its requester writes (300). */
export const messageNoticeParameter = 300;

/** What the console must know of the parameters. */
export function consoleSettings(parameters: Pick<Parameters, "isOn">): Facts["settings:changed"] {
  return {
    messageExchange: parameters.isOn(messageExchangeParameter),
    messageNotices: parameters.isOn(messageNoticeParameter),
  };
}
