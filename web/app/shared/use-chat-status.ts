import { useInterval, useWindowEvent } from "@mantine/hooks";
import { useCallback } from "react";
import type { ChatStatus } from "../../../contract/chat-status.js";
import { useDesk } from "./desk.js";
import { useLoaded } from "./use-loaded.js";

const lookAgainMs = 20_000;

/** Whether there is a chat, kept up to date while the page is looked at; `undefined` until it is known. */
export function useChatStatus(): ChatStatus | undefined {
  const { api } = useDesk();
  const [status, reload] = useLoaded(useCallback(() => api.readChatStatus(), [api]));
  useWindowEvent("focus", reload);
  useInterval(() => document.visibilityState === "visible" && reload(), lookAgainMs, { autoInvoke: true });
  return status.status === "ready" ? status.value : undefined;
}
