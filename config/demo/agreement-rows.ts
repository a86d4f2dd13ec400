import { type NewRow, toJson } from "../../store/index.js";
import { demoAgreements, demoCompletionCodes, demoOfferings, demoRules } from "./agreements.js";

/** The demo desk's agreements as rows. */
export function agreementRows(at: number) {
  const agreements: NewRow<"agreement">[] = demoAgreements.map(({ id, name, targets }) => ({
    id,
    name,
    active_from: null,
    active_to: null,
    active: 1,
    chat: 1,
    calendar_id: null,
    targets_json: toJson(targets),
  }));
  const services: NewRow<"agreement_service">[] = demoAgreements.flatMap(({ id, serviceIds }) =>
    serviceIds.map((serviceId) => ({ agreement_id: id, service_id: serviceId })),
  );
  const offerings: NewRow<"offering">[] = demoOfferings.map((offering) => ({
    id: offering.id,
    activity_id: offering.activityId,
    default_service_id: offering.defaultServiceId,
  }));
  const related: NewRow<"offering_agreement">[] = demoOfferings.flatMap(({ id, agreementIds }) =>
    agreementIds.map((agreementId, position) => ({ offering_id: id, agreement_id: agreementId, position })),
  );
  const codes: NewRow<"completion_code">[] = demoCompletionCodes.map(({ id, name }, position) => ({
    id,
    name_json: toJson(name),
    active: 1,
    position,
  }));
  const rules: NewRow<"desk_setting">[] = [
    { name: "agreement-rules", value_json: toJson(demoRules), version: 1, updated_at: at, updated_by: null },
  ];
  return { agreements, services, offerings, related, codes, rules };
}
