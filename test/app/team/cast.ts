import { randomUUID } from "node:crypto";
import type { Account, Attendance } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type DeskClient, Talk } from "../../support/desk-client.js";

const password = "supervise-me";

/** A desk with two supervisors beside its agents, and one talk at a time between Ana and Bruno. */
export interface Cast {
  readonly desk: RunningDesk;
  readonly ana: DeskClient;
  readonly bruno: DeskClient;
  readonly carla: DeskClient;
  readonly diego: DeskClient;
  readonly sara: DeskClient;
  readonly sven: DeskClient;
  readonly admin: DeskClient;
  id(person: DeskClient): string;
  /** Ana's new talk, waiting. */
  wait(): Promise<Waiting>;
  /** The same, accepted by Bruno. */
  talk(): Promise<Waiting & { readonly epoch: number }>;
}

export interface Waiting {
  readonly conversationId: string;
  readonly attendance: Attendance;
  readonly talk: Talk;
}

export async function openCast(
  environment: Readonly<Record<string, string>> = {},
  options: { readonly now?: () => number } = {},
): Promise<Cast> {
  const desk = await startDesk(environment, options);
  const admin = await desk.connect("admin");
  const supervisors = { sara: "Sara Watch", sven: "Sven Watch" };
  for (const [username, name] of Object.entries(supervisors)) {
    const form = { username, name, role: "supervisor", capacity: 5, groupIds: [], password };
    await admin.rest("POST", "/api/v1/accounts", form);
  }
  const ana = await desk.connect("ana");
  const bruno = await desk.connect("bruno");
  const carla = await desk.connect("carla");
  const diego = await desk.connect("diego");
  const sara = await desk.connect("sara", password);
  const sven = await desk.connect("sven", password);
  const people = [ana, bruno, carla, diego, sara, sven, admin];
  const ids = new Map<DeskClient, string>();
  for (const person of people) {
    const { body } = await person.rest("GET", "/api/v1/session");
    ids.set(person, (body as { user: Account }).user.id);
  }

  async function wait(): Promise<Waiting> {
    const talk = await Talk.begin(ana);
    const attendance = await talk.askForPerson();
    return { conversationId: talk.id, attendance, talk };
  }

  return {
    desk,
    ana,
    bruno,
    carla,
    diego,
    sara,
    sven,
    admin,
    id: (person) => ids.get(person) ?? "",
    wait,
    talk: async () => {
      const waiting = await wait();
      const { epoch } = await bruno.get("attendance:accept", {
        attendanceId: waiting.attendance.id,
        requestId: randomUUID(),
      });
      return { ...waiting, epoch };
    },
  };
}

/** Everything this client was ever sent, as text. */
export function framesOf(client: DeskClient): string {
  return JSON.stringify(client.heard);
}

export function say(client: DeskClient, conversationId: string, text: string, epoch?: number) {
  return client.ask("message:send", {
    conversationId,
    clientMessageId: randomUUID(),
    text,
    ...(epoch === undefined ? {} : { epoch }),
  });
}
