import { Alert, Button, Group, Modal, Stack, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRef, useState } from "react";
import type { GroupForm, ListedGroup } from "../../../../contract/directory.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { type RotaForm, RotaPart } from "./rota-part.js";

interface GroupProps {
  readonly group: ListedGroup | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Makes, changes or removes a group. */
export function GroupDialog({ group, onClose, onSaved }: GroupProps) {
  const t = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [refusal, setRefusal] = useState<string>();
  const [isSure, setSure] = useState(false);
  const rota = useRef<RotaForm>(null);
  const form = useForm<GroupForm>({
    initialValues: {
      name: group?.name ?? "",
      chatRequester: group?.chatRequester ?? false,
      takesAttendances: group?.takesAttendances ?? false,
    },
    validate: { name: (text) => (text.trim() === "" ? t("fault.needed") : null) },
  });

  const run = async (work: Promise<unknown>, message: string): Promise<void> => {
    try {
      await work;
      tell.done(message);
      onSaved();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setSure(false);
    }
  };
  const save = async (draft: GroupForm): Promise<void> => {
    // Whoever presses the first Save of the dialog means all of it.
    if (rota.current && !(await rota.current.saveChanges())) return;
    const work = api.admin.saveGroup(group?.id, { ...draft, name: draft.name.trim() });
    await run(work, t("saved", { name: draft.name }));
  };
  const remove = ({ id, name }: ListedGroup) => {
    if (!isSure) return setSure(true);
    return run(api.admin.removeGroup(id), t("removed", { name }));
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={group?.name ?? t("groups.new")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form onSubmit={form.onSubmit((draft) => void save(draft))} noValidate>
        <Stack>
          <TextInput label={t("item.name")} required maxLength={200} {...form.getInputProps("name")} />
          <Switch
            label={t("groups.chat-requester")}
            description={t("groups.chat-requester.hint")}
            {...form.getInputProps("chatRequester", { type: "checkbox" })}
          />
          <Switch
            label={t("groups.takes")}
            description={t("groups.takes.hint")}
            {...form.getInputProps("takesAttendances", { type: "checkbox" })}
          />
          {refusal && (
            <Alert role="alert" color="red">
              {refusal}
            </Alert>
          )}
          <Group justify="space-between">
            <Button type="submit">{t("save")}</Button>
            {group && (
              <Button
                variant={isSure ? "filled" : "default"}
                color="red.9"
                onClick={() => void remove(group)}
              >
                {t(isSure ? "remove.really" : "remove")}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      {group && <RotaPart key={group.id} group={group} form={rota} />}
    </Modal>
  );
}
