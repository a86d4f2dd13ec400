import { z } from "zod";

/** Ids of the product are UUIDv7 in text form: they sort by the time they were made. */
export const idSchema = z.uuid();

/** A name that the client gives: any short printable text, unique per conversation and sender. */
export const clientIdSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\x21-\x7e]+$/, "only printable ASCII without spaces");
