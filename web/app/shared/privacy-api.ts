import type { AuditCheck, AuditPage } from "../../../contract/audit.js";
import type { Erasure, Masking, PrivacySettings, Retention } from "../../../contract/privacy.js";
import type { Http } from "./http.js";

/** What admins did, what is kept, and what one person may ask; each call rejects with an `ApiError`. */
export interface PrivacyApi {
  readActs(query: Readonly<Record<string, string>>): Promise<AuditPage>;
  checkActs(): Promise<AuditCheck>;
  read(): Promise<PrivacySettings>;
  saveRetention(retention: Retention, version: number): Promise<PrivacySettings>;
  saveMasking(masking: Masking, version: number): Promise<PrivacySettings>;
  tryMasking(masking: Masking, text: string): Promise<{ readonly text: string }>;
  erase(accountId: string, username: string): Promise<unknown>;
  readErasures(): Promise<{ readonly items: readonly Erasure[] }>;
  /** Everything about one person, as a file for the browser to save. */
  exportPerson(accountId: string): Promise<unknown>;
}

const path = "/api/v1/privacy";

export function createPrivacyApi({ get, post, put }: Http): PrivacyApi {
  return {
    readActs: (query) => get(`/api/v1/audit?${new URLSearchParams(query)}`),
    checkActs: () => get("/api/v1/audit/check"),
    read: () => get(path),
    saveRetention: (retention, version) => put(`${path}/retention`, { retention, version }),
    saveMasking: (masking, version) => put(`${path}/masking`, { masking, version }),
    tryMasking: (masking, text) => post(`${path}/masking/try`, { masking, text }),
    erase: (id, username) => post(`${path}/people/${id}/erase`, { username }),
    readErasures: () => get(`${path}/erasures`),
    exportPerson: (id) => post(`${path}/people/${id}/export`, { format: "json" }),
  };
}

/** Where the browser fetches the acts as a file. */
export function actsFile(query: Readonly<Record<string, string>>): string {
  return `/api/v1/audit/export?${new URLSearchParams(query)}`;
}
