import type {
  ActivityField,
  Availability,
  Locale,
  LocalizedText,
  Role,
  TicketKind,
} from "../../contract/index.js";

export interface DemoAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly location: string;
  readonly availability: Availability;
  /** How many conversations at once. */
  readonly capacity: number;
  readonly groupIds: readonly string[];
}

export interface DemoGroup {
  readonly id: string;
  readonly name: string;
  readonly takesAttendances: boolean;
  /** Members may open tickets by chat (S0-6). */
  readonly chatRequester: boolean;
}

/** Whole in all three languages: the demo desk leaves nothing untranslated. */
export type DemoText = Readonly<Record<Locale, string>> & LocalizedText;

export interface DemoActivity {
  readonly id: string;
  readonly kind: TicketKind;
  readonly groupId: string;
  readonly name: DemoText;
  readonly description: DemoText;
  readonly fields: readonly ActivityField[];
  /** What employees write when they want this. */
  readonly samples: Readonly<Record<Locale, readonly string[]>>;
}

export interface DemoService {
  readonly id: string;
  readonly name: DemoText;
  readonly description: DemoText;
  readonly activities: readonly DemoActivity[];
}

export interface DemoCatalog {
  readonly id: string;
  readonly name: DemoText;
  readonly description: DemoText;
  readonly services: readonly DemoService[];
}
