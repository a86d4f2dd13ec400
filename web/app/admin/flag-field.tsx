import { Switch } from "@mantine/core";
import { useState } from "react";
import { appTexts } from "../../texts/app.js";
import { useTexts } from "../shared/desk.js";
import type { ParameterFieldProps } from "./value-field.js";

/** A switch that is saved when it is turned. */
export function FlagField({ parameter: { number, value }, error, onWrite }: ParameterFieldProps) {
  const t = useTexts(appTexts);
  const [busy, setBusy] = useState(false);
  const turn = async (on: boolean): Promise<void> => {
    setBusy(true);
    await onWrite(on ? "Y" : "N");
    setBusy(false);
  };
  return (
    <Switch
      checked={value === "Y"}
      disabled={busy}
      error={error}
      aria-labelledby={`name-${number}`}
      aria-describedby={`help-${number}`}
      label={t(value === "Y" ? "admin.on" : value === "N" ? "admin.off" : "admin.not-set")}
      onChange={(event) => void turn(event.currentTarget.checked)}
    />
  );
}
