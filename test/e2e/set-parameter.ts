import { DeskClient } from "../support/desk-client.js";
import type { Setup } from "./setup.js";

/** As an admin would on the page of parameters. */
export async function setParameter(setup: Setup, number: number, value: string): Promise<void> {
  const admin = await DeskClient.connect(setup.agents.url, "admin");
  const { status, body } = await admin.rest("PUT", `/api/v1/parameters/${number}`, { value });
  admin.close();
  if (status !== 200) throw new Error(`Parameter ${number} was refused: ${JSON.stringify(body)}`);
}
