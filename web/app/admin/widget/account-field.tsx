import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useState } from "react";
import type { Role } from "../../../../contract/account.js";
import { useDesk } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";

export interface AccountFieldProps {
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly error: React.ReactNode;
  readonly known: { readonly id: string; readonly name: string } | undefined;
  /** Whom to choose among; requesters when left out. */
  readonly roles?: readonly Role[];
  readonly onChange: (id: string | undefined) => void;
}

const calmMs = 250;

const requesters: readonly Role[] = ["requester"];

/** Active people, searched on the server while typing. */
export function AccountField({ known, roles = requesters, onChange, ...field }: AccountFieldProps) {
  const { api } = useDesk();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed === known?.name ? "" : typed, calmMs);
  const [found] = useLoaded(
    useCallback(() => api.admin.findPeople(q ? { q, limit: "20" } : { limit: "50" }), [api, q]),
  );
  const people = found.status === "ready" ? found.value.items : [];
  const options = people
    .filter(({ role, active }) => active && roles.includes(role))
    .map(({ id, name, username }) => ({ value: id, label: `${name} (${username})` }));
  const isListed = options.some(({ value }) => value === known?.id);
  return (
    <Select
      {...field}
      searchable
      clearable
      data={known && !isListed ? [{ value: known.id, label: known.name || known.id }, ...options] : options}
      value={known?.id ?? null}
      filter={({ options: all }) => all}
      onSearchChange={setTyped}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
