import type { Attendance } from "../../../../contract/attendance.js";

/** Whether an entry is meant by what was typed: its ticket number, its requester or its question. */
export function matchesSearch({ ticketNumber, requester, question }: Attendance, search: string): boolean {
  const wanted = fold(search.trim());
  return [ticketNumber ?? "", requester.name, question].some((text) => fold(text).includes(wanted));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
