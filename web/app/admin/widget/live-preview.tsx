import { Text, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import { textColorOn } from "../../../../contract/contrast.js";
import type { PreviewLook, WidgetSettings } from "../../../../contract/widget.js";
import type { Locale } from "../../../texts/index.js";
import type { WidgetPreview } from "../../../widget/api.js";
import { loadPreview } from "./load-preview.js";
import { useWidgetTexts } from "./use-widget-texts.js";
import classes from "./widget.module.css";

export interface LivePreviewProps {
  readonly settings: WidgetSettings;
  readonly logoUrl: string | undefined;
  readonly language: Locale;
}

/** The widget itself, of the same parts that pages load; it follows the typing. */
export function LivePreview({ settings, logoUrl, language }: LivePreviewProps) {
  const t = useWidgetTexts();
  const stage = useRef<HTMLDivElement>(null);
  const preview = useRef<WidgetPreview>(undefined);
  const now = useRef({ look: toLook(settings, logoUrl), language });
  now.current = { look: toLook(settings, logoUrl), language };

  useEffect(() => {
    let shown = true;
    loadPreview()
      .then((previewWidget) => {
        if (!shown || !stage.current) return;
        preview.current = previewWidget(stage.current, now.current.look, now.current.language);
      })
      .catch(() => undefined);
    return () => {
      shown = false;
      preview.current?.destroy();
      preview.current = undefined;
    };
  }, []);
  useEffect(() => preview.current?.show(toLook(settings, logoUrl), language), [settings, logoUrl, language]);

  return (
    <section aria-labelledby="preview-title" className={classes.beside}>
      <Title order={2} size="h6" id="preview-title">
        {t("preview")}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t("preview.hint")}
      </Text>
      <div ref={stage} className={classes.stage} inert />
    </section>
  );
}

function toLook(settings: WidgetSettings, logoUrl: string | undefined): PreviewLook {
  const { title, greeting, button, welcome, position, offset, startsOpened, languages } = settings;
  const accent = /^#[0-9a-f]{6}$/i.test(settings.accent) ? settings.accent : "#4263eb";
  const words = { title, greeting, button, welcome };
  return {
    ...words,
    accent,
    onAccent: textColorOn(accent),
    position,
    offset,
    startsOpened,
    languages,
    ...(logoUrl ? { logoUrl } : {}),
  };
}
