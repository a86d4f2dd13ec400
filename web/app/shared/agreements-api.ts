import type {
  Agreement,
  AgreementForm,
  AgreementRules,
  CompletionCode,
  CompletionCodeForm,
  Offering,
  OfferingForm,
} from "../../../contract/agreement.js";
import type { Calendar } from "../../../contract/calendar.js";
import type { InteractionMapping, SavedMapping } from "../../../contract/interaction.js";
import type { Http } from "./http.js";

interface Kept<Form, Item> {
  list(): Promise<{ readonly items: readonly Item[] }>;
  /** Makes a new one without an id. */
  save(id: string | undefined, form: Form): Promise<Item>;
  remove(id: string): Promise<void>;
}

/** Texts and choices of an interaction that has not been opened. */
export interface MappingPreview {
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly priority: string;
}

/** Agreements and the mapping, for admins; each call rejects with an `ApiError`. */
export interface AgreementsApi {
  readonly agreements: Kept<AgreementForm, Agreement>;
  readonly offerings: Kept<OfferingForm, Offering>;
  readonly codes: Kept<CompletionCodeForm, CompletionCode>;
  readCalendars(): Promise<{ readonly items: readonly Calendar[] }>;
  readRules(): Promise<AgreementRules>;
  saveRules(rules: AgreementRules): Promise<AgreementRules>;
  readMapping(): Promise<SavedMapping>;
  saveMapping(mapping: SavedMapping): Promise<SavedMapping>;
  previewMapping(wish: { mapping: InteractionMapping; attendanceId: string }): Promise<MappingPreview>;
}

export function createAgreementsApi({ get, post, put, remove }: Http): AgreementsApi {
  const keep = <Form, Item>(path: string): Kept<Form, Item> => ({
    list: () => get(path),
    save: (id, form) => (id === undefined ? post(path, form) : put(`${path}/${id}`, form)),
    remove: (id) => remove(`${path}/${id}`),
  });
  return {
    agreements: keep("/api/v1/agreements"),
    offerings: keep("/api/v1/offerings"),
    codes: keep("/api/v1/completion-codes"),
    readCalendars: () => get("/api/v1/calendars"),
    readRules: () => get("/api/v1/agreement-rules"),
    saveRules: (rules) => put("/api/v1/agreement-rules", rules),
    readMapping: () => get("/api/v1/interaction-mapping"),
    saveMapping: (mapping) => put("/api/v1/interaction-mapping", mapping),
    previewMapping: (wish) => post("/api/v1/interaction-mapping/preview", wish),
  };
}
