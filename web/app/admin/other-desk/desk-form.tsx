import {
  Alert,
  Button,
  Group,
  Paper,
  PasswordInput,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import type {
  OtherDesk,
  OtherDeskForm,
  OtherDeskKind,
  OtherDeskTry,
} from "../../../../contract/other-desk.js";
import { usualMappings } from "../../../../contract/other-desk-words.js";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import { otherDeskTexts } from "../../../texts/other-desk/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { MappingFields } from "./mapping-fields.js";

interface DeskFormProps {
  /** A new one without it. */
  readonly desk: OtherDesk | undefined;
  readonly portfolio: AdminPortfolio;
  readonly onChanged: () => void;
}

type Draft = Required<OtherDeskForm>;

function toDraft(desk: OtherDesk | undefined): Draft {
  const { kind = "zammad", name = "Zammad", url = "https://", isActive = true } = desk ?? {};
  return {
    kind,
    name,
    url,
    token: "",
    appToken: "",
    isActive,
    mapping: desk?.mapping ?? usualMappings[kind],
  };
}

/** Where the other desk is, what lets us in, and what is called what. Secrets that are kept are never shown. */
export function DeskForm({ desk, portfolio, onChanged }: DeskFormProps) {
  const t = useTexts(otherDeskTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [draft, setDraft] = useState(() => toDraft(desk));
  const [offer, setOffer] = useState<OtherDeskTry>();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState<"try" | "save" | "remove">();
  const [isRemoving, setRemoving] = useState(false);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));

  const attempt = async (what: "try" | "save" | "remove", run: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setFault(undefined);
    try {
      await run();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(undefined);
    }
  };
  const tryOut = () =>
    attempt("try", async () => {
      setOffer(undefined);
      const { kind, url } = draft;
      setOffer(await api.admin.otherDesk.tryOut({ kind, url, ...secretsOf(draft) }));
    });
  const save = () =>
    attempt("save", async () => {
      const { token: _token, appToken: _appToken, ...rest } = draft;
      await api.admin.otherDesk.save({ ...rest, ...secretsOf(draft), version: desk?.version ?? 0 });
      tell.done(t("saved"));
      onChanged();
    });
  const remove = () =>
    attempt("remove", async () => {
      await api.admin.otherDesk.remove();
      onChanged();
    });
  const choose = (kind: OtherDeskKind) => set({ kind, name: t(kind), mapping: usualMappings[kind] });

  return (
    <Paper withBorder p="md" component="section">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          {desk === undefined && (
            <SegmentedControl
              aria-label={t("kind")}
              value={draft.kind}
              data={[
                { value: "zammad", label: t("zammad") },
                { value: "glpi", label: t("glpi") },
              ]}
              onChange={(kind) => choose(kind === "glpi" ? "glpi" : "zammad")}
            />
          )}
          <TextInput
            label={t("name")}
            description={t("name.hint")}
            required
            maxLength={60}
            value={draft.name}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <TextInput
            label={t("url")}
            description={t("url.hint")}
            type="url"
            required
            value={draft.url}
            onChange={({ currentTarget }) => set({ url: currentTarget.value })}
          />
          <PasswordInput
            label={t("token")}
            description={t(`token.hint.${draft.kind}`)}
            placeholder={desk === undefined ? undefined : t("token.kept")}
            autoComplete="off"
            required={desk === undefined}
            value={draft.token}
            onChange={({ currentTarget }) => set({ token: currentTarget.value })}
          />
          {draft.kind === "glpi" && (
            <PasswordInput
              label={t("app-token")}
              description={t("app-token.hint")}
              placeholder={desk?.hasAppToken ? t("token.kept") : undefined}
              autoComplete="off"
              value={draft.appToken}
              onChange={({ currentTarget }) => set({ appToken: currentTarget.value })}
            />
          )}
          <Group>
            <Button variant="default" loading={busy === "try"} onClick={() => void tryOut()}>
              {t("try")}
            </Button>
          </Group>
          {offer && (
            <Alert role="status" color={offer.ok ? "green" : "red"}>
              {offer.ok
                ? t("try.good", { account: offer.account ?? "" })
                : t("try.bad", { reason: offer.reason ?? "" })}
            </Alert>
          )}
          <MappingFields
            kind={draft.kind}
            mapping={draft.mapping}
            offer={offer}
            portfolio={portfolio}
            onChange={(mapping) => set({ mapping })}
          />
          <Switch
            label={t("active")}
            description={t("active.hint")}
            checked={draft.isActive}
            onChange={({ currentTarget }) => set({ isActive: currentTarget.checked })}
          />
          {fault !== undefined && (
            <Alert role="alert" color="red">
              {fault}
            </Alert>
          )}
          {isRemoving ? (
            <Group justify="flex-end">
              <Text size="sm" flex={1} miw={220}>
                {t("remove.text")}
              </Text>
              <Button variant="default" onClick={() => setRemoving(false)}>
                {t("cancel")}
              </Button>
              <Button color="red.9" loading={busy === "remove"} onClick={() => void remove()}>
                {t("remove")}
              </Button>
            </Group>
          ) : (
            <Group justify="flex-end">
              {desk && (
                <Button variant="default" onClick={() => setRemoving(true)}>
                  {t("remove")}
                </Button>
              )}
              <Button type="submit" loading={busy === "save"}>
                {t("save")}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Paper>
  );
}

/** What is left empty stays as it is kept. */
function secretsOf({ token, appToken }: Draft): Pick<OtherDeskForm, "token" | "appToken"> {
  return { ...(token === "" ? {} : { token }), ...(appToken === "" ? {} : { appToken }) };
}
