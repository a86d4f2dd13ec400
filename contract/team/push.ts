import { z } from "zod";
import { localeSchema } from "../locale-schema.js";

/** What a browser hands over when its person wants to be notified there. */
export const pushSubscriptionSchema = z.strictObject({
  endpoint: z.url().max(2000),
  keys: z.strictObject({
    p256dh: z.string().regex(/^[\w-]{20,200}=*$/),
    auth: z.string().regex(/^[\w-]{10,100}=*$/),
  }),
  locale: localeSchema,
});
export type PushSubscription = z.infer<typeof pushSubscriptionSchema>;

export const pushEndpointSchema = z.strictObject({ endpoint: z.url().max(2000) });
