import { Alert, Button, Group, Modal, Select, Stack, Tabs, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { Group as DeskGroup } from "../../../contract/account.js";
import type { CannedReply, CannedReplyForm } from "../../../contract/team/canned-reply.js";
import { languages } from "../../texts/index.js";
import { teamTexts } from "../../texts/team/index.js";
import { useTell } from "../admin/use-tell.js";
import { useDesk, useLocale, useMe, useTexts } from "../shared/desk.js";

interface ReplyDialogProps {
  readonly reply: CannedReply | undefined;
  readonly groups: readonly DeskGroup[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface Draft {
  readonly shortcut: string;
  readonly title: string;
  readonly en: string;
  readonly es: string;
  readonly pt: string;
  /** `everybody`, `own` or a group's id. */
  readonly scope: string;
}

const variables = "{requester} {requesterFull} {agent} {ticket} {date} {time}";

/** Makes, changes or removes a canned reply. */
export function ReplyDialog({ reply, groups, onClose, onSaved }: ReplyDialogProps) {
  const t = useTexts(teamTexts);
  const tell = useTell();
  const { api } = useDesk();
  const locale = useLocale();
  const { role } = useMe();
  const [refusal, setRefusal] = useState<string>();
  const [isSure, setSure] = useState(false);
  const form = useForm<Draft>({
    initialValues: {
      shortcut: reply?.shortcut ?? "",
      title: reply?.title ?? "",
      en: reply?.texts.en ?? "",
      es: reply?.texts.es ?? "",
      pt: reply?.texts.pt ?? "",
      scope: reply ? toChoice(reply) : role === "admin" ? "everybody" : "own",
    },
    validate: {
      shortcut: (text) =>
        /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(text.trim()) ? null : t("replies.shortcut-hint"),
      title: (text) => (text.trim() === "" ? t("replies.needed") : null),
    },
  });
  const run = async (work: () => Promise<unknown>, message: string): Promise<void> => {
    try {
      await work();
      tell.done(message);
      onSaved();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setSure(false);
    }
  };
  const save = (draft: Draft): Promise<void> | undefined => {
    if (![draft.en, draft.es, draft.pt].some((text) => text.trim() !== "")) {
      setRefusal(t("replies.text-needed"));
      return undefined;
    }
    return run(
      () => api.team.saveReply(reply?.id, toForm(draft)),
      t("replies.saved", { title: draft.title }),
    );
  };
  const remove = ({ id, title }: CannedReply) =>
    isSure ? run(() => api.team.removeReply(id), t("replies.removed", { title })) : setSure(true);

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={reply ? `/${reply.shortcut}` : t("replies.new")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form onSubmit={form.onSubmit((draft) => void save(draft))} noValidate>
        <Stack>
          <TextInput
            label={t("replies.shortcut")}
            description={t("replies.shortcut-hint")}
            leftSection="/"
            required
            maxLength={40}
            {...form.getInputProps("shortcut")}
          />
          <TextInput label={t("replies.name")} required maxLength={120} {...form.getInputProps("title")} />
          <Tabs defaultValue={locale}>
            <Tabs.List mb="xs">
              {languages.map((language) => (
                <Tabs.Tab key={language.locale} value={language.locale}>
                  {language.name}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {languages.map((language) => (
              <Tabs.Panel key={language.locale} value={language.locale}>
                <Textarea
                  label={t("replies.text-in", { language: language.name })}
                  autosize
                  minRows={4}
                  maxRows={12}
                  maxLength={4000}
                  {...form.getInputProps(language.locale)}
                />
              </Tabs.Panel>
            ))}
          </Tabs>
          <Text size="xs" c="dimmed">
            {t("replies.variables", { list: variables })}
          </Text>
          {role === "admin" && (
            <Select
              label={t("replies.scope")}
              allowDeselect={false}
              data={[
                { value: "everybody", label: t("replies.everybody") },
                ...groups.map(({ id, name }) => ({ value: id, label: t("replies.group", { name }) })),
                { value: "own", label: t("replies.own") },
              ]}
              {...form.getInputProps("scope")}
            />
          )}
          {refusal && (
            <Alert role="alert" color="red">
              {refusal}
            </Alert>
          )}
          <Group justify="space-between">
            <Button type="submit">{t("replies.save")}</Button>
            {reply && (
              <Button
                variant={isSure ? "filled" : "default"}
                color="red.9"
                onClick={() => void remove(reply)}
              >
                {t(isSure ? "replies.remove-sure" : "replies.remove")}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function toChoice({ scope }: CannedReply): string {
  return scope.kind === "group" ? scope.groupId : scope.kind;
}

function toForm({ shortcut, title, en, es, pt, scope }: Draft): CannedReplyForm {
  const known = scope === "everybody" || scope === "own";
  return {
    shortcut: shortcut.trim().toLowerCase(),
    title: title.trim(),
    texts: { en, es, pt },
    scope: known ? { kind: scope } : { kind: "group", groupId: scope },
  };
}
