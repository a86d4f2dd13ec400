import { z } from "zod";

export const maxSentenceChars = 300;
/** Words of a requester as admins teach and measure with them. */
export const sentence = z.string().trim().min(1).max(maxSentenceChars);
export const count = z.int().min(0);
/** 0..1. */
export const share = z.number().min(0).max(1);
