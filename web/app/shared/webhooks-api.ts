import type {
  Delivery,
  DeliveryState,
  Webhook,
  WebhookChange,
  WebhookForm,
  WebhookTry,
} from "../../../contract/webhook.js";
import type { Http } from "./http.js";

/** Webhooks, for admins; each call rejects with an `ApiError`. */
export interface WebhooksApi {
  list(): Promise<{ readonly items: readonly Webhook[] }>;
  /** The secret is told this once. */
  create(form: WebhookForm): Promise<{ readonly secret: string; readonly item: Webhook }>;
  update(id: string, change: WebhookChange): Promise<Webhook>;
  remove(id: string): Promise<void>;
  renewSecret(id: string): Promise<{ readonly secret: string }>;
  ping(id: string): Promise<WebhookTry>;
  readDeliveries(
    id: string,
    wish: { readonly state?: DeliveryState; readonly after?: string },
  ): Promise<{ readonly items: readonly Delivery[]; readonly next?: string }>;
  replay(deliveryId: string): Promise<void>;
  replayAll(id: string): Promise<{ readonly count: number }>;
}

export function createWebhooksApi({ get, post, put, remove }: Http): WebhooksApi {
  const path = "/api/v1/webhooks";
  return {
    list: () => get(path),
    create: (form) => post(path, form),
    update: (id, change) => put(`${path}/${id}`, change),
    remove: (id) => remove(`${path}/${id}`),
    renewSecret: (id) => post(`${path}/${id}/secret`, {}),
    ping: (id) => post(`${path}/${id}/ping`, {}),
    readDeliveries: (id, wish) => get(`${path}/${id}/deliveries?${new URLSearchParams({ ...wish })}`),
    replay: (id) => post(`/api/v1/webhook-deliveries/${id}/replay`, {}),
    replayAll: (id) => post(`${path}/${id}/replay`, {}),
  };
}
