import { type ChatClient, isLost, type Outcome } from "../../../chat/index.js";
import { newId } from "../../../chat/new-id.js";

const acceptTries = 4;
const retryPauseMs = 1500;

/** Nobody knows whether a lost answer was a yes; asking again under the same name is safe (Q2). */
export async function askToAccept(
  client: ChatClient,
  attendanceId: string,
  groupId: string | undefined,
): Promise<Outcome<"attendance:accept">> {
  const requestId = newId();
  const wish = { attendanceId, requestId, ...(groupId === undefined ? {} : { groupId }) };
  for (let tries = 1; ; tries += 1) {
    const outcome = await client.request("attendance:accept", wish);
    if (!isLost(outcome) || tries === acceptTries) return outcome;
    await new Promise<void>((resolve) => client.timers.after(retryPauseMs, resolve));
  }
}
