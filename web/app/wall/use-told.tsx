import { Alert } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type ReactNode, useState } from "react";
import { teamTexts } from "../../texts/team/index.js";
import { useTexts } from "../shared/desk.js";

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: { readonly message: string } };

interface Told {
  /** Answers whether it went well; a refusal stays beside what was pressed, who was told goes to the page. */
  tell(outcome: Outcome, names: readonly (string | undefined)[]): boolean;
  readonly told: ReactNode;
}

/** Tells what became of a supervisor's act: who was told of it, or why it could not be. */
export function useTold(): Told {
  const t = useTexts(teamTexts);
  const [refusal, setRefusal] = useState<string>();
  return {
    tell: (outcome, names) => {
      setRefusal(outcome.ok ? undefined : outcome.error.message);
      if (!outcome.ok) return false;
      const people = names.flatMap((name) => name ?? []);
      const list = new Intl.ListFormat(t.locale, { type: "conjunction" }).format(people);
      const closeButtonProps = { "aria-label": t("close") };
      notifications.show({ color: "green", message: t("wall.told", { names: list }), closeButtonProps });
      return true;
    },
    told: refusal && (
      <Alert role="alert" color="red" mt="sm">
        {refusal}
      </Alert>
    ),
  };
}
