import { Accordion, Autocomplete, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { OtherDeskKind, OtherDeskMapping, OtherDeskTry } from "../../../../contract/other-desk.js";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import type { TicketPriority, TicketState } from "../../../../contract/ticket.js";
import { otherDeskTexts } from "../../../texts/other-desk/index.js";
import { recordsTexts } from "../../../texts/records/index.js";
import { useTexts } from "../../shared/desk.js";
import { BackTable } from "./back-table.js";
import { PlaceInput } from "./place-input.js";
import { PlaceLines } from "./place-lines.js";

/** In the order of the contract; the page loads no schemas for them. */
const states: readonly TicketState[] = [
  "open",
  "in-progress",
  "dispatched",
  "pending-customer",
  "pending-approval",
  "resolved",
  "closed",
  "canceled",
];
const priorities: readonly TicketPriority[] = ["critical", "high", "medium", "low"];

interface MappingFieldsProps {
  readonly kind: OtherDeskKind;
  readonly mapping: OtherDeskMapping;
  /** What a try of the connection has found to choose from. */
  readonly offer: OtherDeskTry | undefined;
  readonly portfolio: AdminPortfolio;
  readonly onChange: (mapping: OtherDeskMapping) => void;
}

/** What is called what: places, states and priorities, in both directions. */
export function MappingFields({ kind, mapping, offer, portfolio, onChange }: MappingFieldsProps) {
  const t = useTexts(otherDeskTexts);
  const records = useTexts(recordsTexts);
  const set = (change: Partial<OtherDeskMapping>) => onChange({ ...mapping, ...change });
  const places = offer?.places ?? [];
  const words = {
    states: (offer?.states ?? []).map(({ value }) => value),
    priorities: (offer?.priorities ?? []).map(({ value }) => value),
  };
  return (
    <Stack>
      <PlaceInput
        label={t(`place.${kind}`)}
        description={t("place.hint")}
        choices={places}
        value={mapping.place}
        onChange={(place) => set({ place })}
      />
      <PlaceLines
        choices={places}
        lines={mapping.places}
        portfolio={portfolio}
        onChange={(lines) => set({ places: [...lines] })}
      />
      <Accordion variant="separated" chevronPosition="left">
        <Accordion.Item value="mapping">
          <Accordion.Control>{t("mapping")}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="lg">
              <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
                <legend>{t("states")}</legend>
                <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
                  {states.map((state) => (
                    <Autocomplete
                      key={state}
                      label={records(`state.${state}`)}
                      data={words.states}
                      value={mapping.states[state]}
                      onChange={(word) => set({ states: { ...mapping.states, [state]: word } })}
                    />
                  ))}
                </SimpleGrid>
              </fieldset>
              <BackTable
                legend={t("states.back")}
                words={words.states}
                ours={states.map((value) => ({ value, label: records(`state.${value}`) }))}
                table={mapping.statesBack}
                onChange={(statesBack) => set({ statesBack: statesBack as OtherDeskMapping["statesBack"] })}
              />
              <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
                <legend>{t("priorities")}</legend>
                <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
                  {priorities.map((priority) => (
                    <Autocomplete
                      key={priority}
                      label={records(`priority.${priority}`)}
                      data={words.priorities}
                      value={mapping.priorities[priority]}
                      onChange={(word) => set({ priorities: { ...mapping.priorities, [priority]: word } })}
                    />
                  ))}
                </SimpleGrid>
              </fieldset>
              <BackTable
                legend={t("priorities.back")}
                words={words.priorities}
                ours={priorities.map((value) => ({ value, label: records(`priority.${value}`) }))}
                table={mapping.prioritiesBack}
                onChange={(prioritiesBack) =>
                  set({ prioritiesBack: prioritiesBack as OtherDeskMapping["prioritiesBack"] })
                }
              />
              <TextInput
                label={t("customer")}
                description={t("customer.hint")}
                type="email"
                value={mapping.customer}
                onChange={({ currentTarget }) => set({ customer: currentTarget.value })}
              />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}
