import { MultiSelect, Select } from "@mantine/core";
import { useState } from "react";
import type { Offering } from "../../../../contract/agreement.js";
import { agreementsTexts } from "../../../texts/agreements/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { KeptDrawer } from "./kept-drawer.js";
import type { DrawerProps } from "./kept-part.js";
import type { AgreementLists } from "./use-agreement-lists.js";

/** One offering: an activity, the service it counts as, and its agreements. */
export function OfferingDrawer({
  item,
  lists,
  onClose,
  onSaved,
}: DrawerProps<Offering> & { lists: AgreementLists }) {
  const t = useTexts(agreementsTexts);
  const { offerings } = useDesk().api.admin.agreements;
  const [activityId, setActivity] = useState(item?.activityId ?? "");
  const [serviceId, setService] = useState<string | null>(item?.defaultServiceId ?? null);
  const [agreementIds, setAgreements] = useState<string[]>(item?.agreementIds ?? []);
  const form = { activityId, agreementIds, ...(serviceId ? { defaultServiceId: serviceId } : {}) };
  return (
    <KeptDrawer
      title={item ? lists.nameOf(item.activityId) : t("new.offering")}
      name={lists.nameOf(activityId)}
      isReady={activityId !== ""}
      save={() => offerings.save(item?.id, form)}
      remove={item && (() => offerings.remove(item.id))}
      onClose={onClose}
      onSaved={onSaved}
    >
      <Select
        label={t("activity")}
        required
        searchable
        allowDeselect={false}
        data={[...lists.activities]}
        value={activityId || null}
        onChange={(id) => setActivity(id ?? "")}
      />
      <Select
        label={t("service.default")}
        description={t("service.default.hint")}
        searchable
        data={[...lists.services]}
        value={serviceId}
        onChange={setService}
      />
      <MultiSelect
        label={t("agreements.related")}
        data={[...lists.agreements]}
        value={agreementIds}
        onChange={setAgreements}
      />
    </KeptDrawer>
  );
}
