import type { Parameters } from "../config/index.js";
import type { Facts } from "../contract/index.js";

/** Y shows a conversation icon beside the ticket number in the attendance queue (S2-9). */
export const messageExchangeParameter = 299;

/** What the console must know of the parameters. */
export function consoleSettings(parameters: Pick<Parameters, "isOn">): Facts["settings:changed"] {
  return { messageExchange: parameters.isOn(messageExchangeParameter) };
}
