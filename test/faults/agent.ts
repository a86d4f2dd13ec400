import { randomUUID } from "node:crypto";
import type { Attendance } from "../../contract/index.js";
import type { Talk } from "../../web/chat/talk.js";
import type { History } from "./oracles/history.js";
import { newCanary } from "./oracles/canary.js";
import type { Person } from "./person.js";

/** Longer than any fault lasts. */
const sentWithinMs = 120_000;

/** Takes whatever waits, says a few words, and ends it, gives it back to the assistant, or passes it on. */
export class Agent {
  readonly person: Person;
  readonly #history: History;
  readonly #dice: (below: number) => number;
  readonly #known = new Map<string, Attendance>();
  readonly #serving = new Set<string>();
  readonly #groups: readonly string[];

  constructor(
    person: Person,
    history: History,
    options: { readonly dice: (below: number) => number; readonly passOnTo?: readonly string[] },
  ) {
    this.person = person;
    this.#history = history;
    this.#dice = options.dice;
    this.#groups = options.passOnTo ?? [];
    person.on("attendance:changed", ({ attendance }) => this.#hear(attendance));
  }

  #hear(attendance: Attendance): void {
    const known = this.#known.get(attendance.id);
    if (known !== undefined && known.version > attendance.version) return;
    this.#known.set(attendance.id, attendance);
    this.#look();
  }

  #look(): void {
    for (const { id, phase, agent, requester } of this.#known.values()) {
      if (this.#history.apart.has(requester.id)) continue;
      const isMine = phase === "logged" || (phase === "accepted" && agent?.id === this.person.id);
      if (!isMine || this.#serving.has(id) || this.person.isClosed) continue;
      this.#serving.add(id);
      this.#serve(id).then((result) => {
        this.#serving.delete(id);
        // A full agent looks again when one of the others is over.
        if (result === "served") this.#look();
      });
    }
  }

  async #serve(id: string): Promise<"served" | "refused"> {
    const before = this.#known.get(id)?.version;
    const talk = this.#known.get(id)?.phase === "logged" ? await this.#accept(id) : await this.#goOn(id);
    if (talk === undefined) return "refused";
    for (let said = 0; said <= this.#dice(3); said += 1) {
      talk.send(`Agent's words ${newCanary()}`);
      await this.person.sent(talk, sentWithinMs);
    }
    if (this.#dice(3) === 0) await this.#note(talk.conversationId);
    const done = await this.#finish(id);
    if (done !== undefined) this.#known.set(id, done);
    // Refused: it is another's by now, or over. A later version has told so, or will.
    else if (this.#known.get(id)?.version === before) this.#known.delete(id);
    return "served";
  }

  async #accept(id: string): Promise<Talk | undefined> {
    const outcome = await this.person.ask("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    if (!outcome.ok) {
      // Full for the moment: it stays known, and is tried again when one of the others is over.
      if (outcome.error.code !== "attendance/at-capacity") this.#known.delete(id);
      return undefined;
    }
    const { conversationId, epoch, conversation } = outcome;
    this.#history.win({ attendanceId: id, conversationId, agentId: this.person.id, epoch });
    return this.person.show(conversation);
  }

  /** One that this agent has but does not remember: it came by a transfer, or the answer was lost. */
  async #goOn(id: string): Promise<Talk | undefined> {
    const conversationId = this.#known.get(id)?.conversationId ?? "";
    const outcome = await this.person.ask("conversation:open", { conversationId });
    return outcome.ok ? this.person.show(outcome.conversation) : undefined;
  }

  /** Words for colleagues: the requester must never hear of them. */
  async #note(conversationId: string): Promise<void> {
    const text = `A note ${newCanary()}`;
    await this.person.ask("note:post", { conversationId, clientNoteId: randomUUID(), text });
  }

  async #finish(id: string): Promise<Attendance | undefined> {
    const way = this.#dice(3);
    const groupId = this.#groups[this.#dice(Math.max(1, this.#groups.length))];
    if (way === 0) return this.#taken(await this.person.ask("attendance:end", { attendanceId: id }));
    const to =
      way === 1 && groupId !== undefined
        ? ({ kind: "group", id: groupId } as const)
        : ({ kind: "assistant" } as const);
    return this.#taken(await this.person.ask("attendance:transfer", { attendanceId: id, to }));
  }

  #taken(outcome: { ok: true; attendance: Attendance } | { ok: false }): Attendance | undefined {
    return outcome.ok ? outcome.attendance : undefined;
  }
}
