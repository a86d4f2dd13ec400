import type { Attendance } from "../../../contract/index.js";
import type { Person } from "../person.js";

/**
 * What an agent's queue shows: everything told on connecting, and every fact since, newest version first. Places are
 * left out: they follow from the order, and are told to requesters only.
 */
export class QueueView {
  readonly #known = new Map<string, Attendance>();
  readonly #agentId: string;

  constructor(person: Person) {
    this.#agentId = person.id;
    // What changed while nobody listened is not told again: like the console, it begins anew with each connection.
    person.onConnected(() => this.#known.clear());
    person.on("attendance:changed", ({ attendance }) => {
      const known = this.#known.get(attendance.id);
      if (known === undefined || known.version <= attendance.version)
        this.#known.set(attendance.id, attendance);
    });
  }

  /** One line per attendance that waits or is this agent's, by id. */
  lines(): Map<string, string> {
    const shown = [...this.#known.values()].filter(
      ({ phase, agent }) => phase === "logged" || (phase === "accepted" && agent?.id === this.#agentId),
    );
    return new Map(shown.map((attendance) => [attendance.id, toLine(attendance)]));
  }
}

function toLine({ position: _position, wait: _wait, ...attendance }: Attendance): string {
  return JSON.stringify(attendance);
}
