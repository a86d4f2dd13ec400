import { Select } from "@mantine/core";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";

const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

/** The zone of the browser, for what is made anew. */
export const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function TimeZoneSelect({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const t = useTexts(overviewTexts);
  return (
    <Select
      label={t("calendar.zone")}
      searchable
      allowDeselect={false}
      limit={80}
      data={zones.includes(value) ? zones : [value, ...zones]}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  );
}
