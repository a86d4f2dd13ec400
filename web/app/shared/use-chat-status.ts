import { useInterval, useWindowEvent } from "@mantine/hooks";
import { useCallback, useRef } from "react";
import type { ChatStatus } from "../../../contract/chat-status.js";
import { useDesk } from "./desk.js";
import { useLoaded } from "./use-loaded.js";

const lookAgainMs = 20_000;

/**
 * Whether there is a chat, kept up to date while the page is looked at; `undefined` until it is known. While the desk
 * cannot be reached what was known stays: the chat itself tells that the line is down, and keeps what is being written.
 */
export function useChatStatus(): ChatStatus | undefined {
  const { api } = useDesk();
  const [status, reload] = useLoaded(useCallback(() => api.readChatStatus(), [api]));
  useWindowEvent("focus", reload);
  useInterval(() => document.visibilityState === "visible" && reload(), lookAgainMs, { autoInvoke: true });
  const known = useRef<ChatStatus>(undefined);
  if (status.status === "ready") known.current = status.value;
  return known.current;
}
