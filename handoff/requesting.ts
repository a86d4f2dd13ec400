import { createLanes, type Engine } from "../store/index.js";
import type { Desk } from "./desk.js";
import { type RequestInput, type RequestOutcome, requestAlone } from "./request-attendance.js";
import { OvertakenError, type OpenWish, requestTogether } from "./request-together.js";

/** How many wishes one transaction lets in. */
const batchRequests = 64;
/** While one batch waits for PostgreSQL another is worked on; a conversation's wishes take one lane. */
const lanesOf: Readonly<Record<Engine, number>> = { sqlite: 1, postgres: 2 };

type Answer = { readonly outcome: RequestOutcome } | { readonly error: unknown };

/**
 * Puts conversations into the queues of their groups (S1-25). Wishes that arrive together share a transaction; what is
 * not simply new, or goes wrong in company, is tried alone, so that each gets its own true answer.
 */
export function createRequesting(desk: Desk): (input: RequestInput) => Promise<RequestOutcome> {
  const batcher = createLanes<RequestInput, Answer>({
    count: lanesOf[desk.store.engine],
    nameOf: ({ conversationId }) => conversationId,
    maxItems: batchRequests,
    run: (inputs) => requestMany(desk, inputs),
  });
  return async (input) => {
    const answer = await batcher.add(input);
    if ("error" in answer) throw answer.error;
    return answer.outcome;
  };
}

async function requestMany(desk: Desk, inputs: readonly RequestInput[]): Promise<Answer[]> {
  const outcomes = inputs.length > 1 ? await tryTogether(desk, inputs) : [];
  return Promise.all(inputs.map((input, at) => answerTo(desk, input, outcomes[at])));
}

async function tryTogether(
  desk: Desk,
  inputs: readonly RequestInput[],
): Promise<readonly (RequestOutcome | undefined)[]> {
  try {
    const wishes: OpenWish[] = await Promise.all(
      inputs.map(async (input) => ({ input, openIds: (await desk.reception(input.groupIds)).openIds })),
    );
    const outcomes = await requestTogether(desk, wishes);
    return wishes.map((wish) => outcomes.get(wish));
  } catch (error) {
    if (!(error instanceof OvertakenError)) desk.failed(error);
    return [];
  }
}

async function answerTo(
  desk: Desk,
  input: RequestInput,
  outcome: RequestOutcome | undefined,
): Promise<Answer> {
  if (outcome !== undefined) return { outcome };
  try {
    return { outcome: await requestAlone(desk, input) };
  } catch (error) {
    return { error };
  }
}
