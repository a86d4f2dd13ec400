import { AppError } from "../contract/index.js";
import { createBatcher } from "../store/index.js";
import { type AcceptInput, type AcceptOutcome, acceptAlone, settled } from "./accept-attendance.js";
import { acceptTogether } from "./accept-together.js";
import type { Desk } from "./desk.js";
import type { Claim, ClaimAnswer } from "./queue.js";
import { type AttendanceRecord, readRecord, readRecords } from "./record.js";

/** How many accepts one transaction takes. */
const batchAccepts = 64;

type Answer = { readonly outcome: AcceptOutcome } | { readonly error: unknown };

interface Wish {
  readonly input: AcceptInput;
  readonly claim: Claim;
  readonly answer: ClaimAnswer["status"];
}

/**
 * Gives waiting attendances to agents (S1-8, S1-10). Of any number that try at once one wins and the others learn who.
 * The store decides; accepts that arrive together share a transaction. The claim in the queue index goes first: of
 * several nodes only the one that was promised the attendance asks the store for its lock at once, the others look
 * first whether it is done.
 */
export function createAccepting(desk: Desk): (input: AcceptInput) => Promise<AcceptOutcome> {
  const batcher = createBatcher<AcceptInput, Answer>({
    maxItems: batchAccepts,
    run: (inputs) => acceptMany(desk, inputs),
  });
  return async (input) => {
    const answer = await batcher.add(input);
    if ("error" in answer) throw answer.error;
    return answer.outcome;
  };
}

async function acceptMany(desk: Desk, inputs: readonly AcceptInput[]): Promise<Answer[]> {
  const ids = [...new Set(inputs.map((input) => input.attendanceId))];
  const records = new Map((await readRecords(desk.store.db, ids)).map((record) => [record.row.id, record]));
  const open = inputs.filter((input) => records.get(input.attendanceId)?.row.phase === "logged");
  const wishes = await Promise.all(
    open.map((input) => claimFor(desk, input, records.get(input.attendanceId))),
  );
  const promised = wishes.filter((wish) => wish.answer === "claimed" || wish.answer === "unknown");
  const decided = await decide(
    desk,
    promised.map((wish) => wish.input),
  );
  const answers = await Promise.all(inputs.map((input) => answerTo(desk, input, decided)));
  await releaseLost(desk, wishes, inputs, answers);
  return answers;
}

async function claimFor(desk: Desk, input: AcceptInput, record: AttendanceRecord | undefined): Promise<Wish> {
  const claim: Claim = {
    attendanceId: input.attendanceId,
    groupIds: record?.groupIds ?? [],
    requestId: `${input.agent.accountId}:${input.requestId}`,
    agentId: input.agent.accountId,
  };
  return { input, claim, answer: (await desk.index.claim(claim)).status };
}

/**
 * When the whole batch fails each is tried alone, so that only the one at fault fails. A refusal by one of the hooks is
 * its answer then, and nothing that went wrong.
 */
async function decide(
  desk: Desk,
  inputs: readonly AcceptInput[],
): Promise<ReadonlyMap<AcceptInput, AcceptOutcome>> {
  if (inputs.length === 0) return new Map();
  try {
    return await acceptTogether(desk, inputs);
  } catch (error) {
    if (!(error instanceof AppError)) desk.failed(error);
    return new Map();
  }
}

async function answerTo(
  desk: Desk,
  input: AcceptInput,
  decided: ReadonlyMap<AcceptInput, AcceptOutcome>,
): Promise<Answer> {
  const outcome = decided.get(input);
  if (outcome !== undefined) return { outcome };
  try {
    const record = await readRecord(desk.store.db, input.attendanceId);
    if (record === undefined) return { outcome: { status: "missing" } };
    if (record.row.phase !== "logged") return { outcome: await settled(desk.store.db, input, record) };
    return { outcome: await acceptAlone(desk, input) };
  } catch (error) {
    return { error };
  }
}

async function releaseLost(
  desk: Desk,
  wishes: readonly Wish[],
  inputs: readonly AcceptInput[],
  answers: readonly Answer[],
): Promise<void> {
  const lost = wishes.filter(({ input, answer }) => {
    const told = answers[inputs.indexOf(input)];
    const isAccepted = told !== undefined && "outcome" in told && told.outcome.status === "accepted";
    return answer === "claimed" && !isAccepted;
  });
  await Promise.all(lost.map(({ claim }) => desk.index.release(claim)));
}
