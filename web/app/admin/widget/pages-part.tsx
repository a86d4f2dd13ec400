import { Stack, Text, Textarea } from "@mantine/core";
import type { ListedGroup } from "../../../../contract/directory.js";
import type { WidgetAdmin } from "../../../../contract/widget.js";
import { GroupWords } from "./group-words.js";
import { KeysPart } from "./keys-part.js";
import { Snippet } from "./snippet.js";
import type { WidgetForm } from "./use-widget-form.js";
import { useWidgetTexts } from "./use-widget-texts.js";

export interface PagesPartProps {
  readonly form: WidgetForm;
  readonly widget: WidgetAdmin;
  readonly groups: readonly ListedGroup[];
  readonly onChanged: () => void;
}

/** Where the chat may stand, and how a page says who is there. */
export function PagesPart({ form, widget, groups, onChanged }: PagesPartProps) {
  const t = useWidgetTexts();
  const { environmentOrigins } = widget;
  return (
    <Stack gap="lg">
      <Snippet title={t("snippet")} hint={t("snippet.hint")} code={scriptTag(location.origin)} />
      <Textarea
        label={t("origins")}
        description={t("origins.hint")}
        autosize
        minRows={2}
        value={form.values.allowedOrigins.join("\n")}
        error={form.errors.allowedOrigins}
        onChange={(event) => form.setFieldValue("allowedOrigins", toLines(event.currentTarget.value))}
        onBlur={() =>
          form.setFieldValue(
            "allowedOrigins",
            form.values.allowedOrigins.map((line) => line.trim()).filter((line) => line !== ""),
          )
        }
      />
      {environmentOrigins.length > 0 && (
        <Text size="xs" c="dimmed">
          {t("origins.environment", { origins: environmentOrigins.join(", ") })}
        </Text>
      )}
      <KeysPart keys={widget.keys} onChanged={onChanged} />
      <Snippet
        title={t("snippet.identity")}
        hint={t("snippet.identity.hint")}
        code={identityExample(location.origin)}
      />
      <GroupWords form={form} groups={groups} />
    </Stack>
  );
}

function toLines(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function scriptTag(origin: string): string {
  return `<script src="${origin}/widget.js" async></script>`;
}

function identityExample(origin: string): string {
  return `import { SignJWT } from "jose";

const key = new TextEncoder().encode(process.env.DESKHAND_KEY);
const identity = await new SignJWT({ sub: user.id, name: user.name, email: user.email })
  .setProtectedHeader({ alg: "HS256" })
  .setExpirationTime("1h")
  .sign(key);

// <script src="${origin}/widget.js" data-identity="\${identity}" async></script>`;
}
