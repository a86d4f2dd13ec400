import { useEffect, useState } from "react";
import type { ArticleForm } from "../../../../contract/knowledge.js";
import { keepInBrowser } from "../../../chat/keeping.js";
import { isSame } from "./form.js";

interface Kept {
  readonly form: ArticleForm;
  /** What the work began from: a save over a newer one is then noticed. */
  readonly version: number;
}

export interface Draft {
  readonly form: ArticleForm;
  readonly version: number;
  readonly isChanged: boolean;
  /** It was there before this page was opened. */
  readonly isRecovered: boolean;
  change(change: Partial<ArticleForm>): void;
  /** Goes on from this, with nothing unsaved. */
  begin(form: ArticleForm, version: number): void;
}

const keeping = keepInBrowser();

/** The work on an article; what is not saved outlives a reload of the page. */
export function useDraft(name: string, present: ArticleForm, presentVersion: number): Draft {
  const key = `deskhand.article-draft.${name}`;
  const [recovered] = useState(() => readKept(key));
  const [base, setBase] = useState(present);
  const [form, setForm] = useState(recovered?.form ?? present);
  const [version, setVersion] = useState(recovered?.version ?? presentVersion);
  const [isRecovered, setRecovered] = useState(recovered !== undefined && !isSame(recovered.form, present));
  const isChanged = !isSame(form, base);

  useEffect(() => {
    keeping.write(key, isChanged ? JSON.stringify({ form, version }) : undefined);
  }, [key, form, version, isChanged]);

  return {
    form,
    version,
    isChanged,
    isRecovered,
    change: (change) => setForm((now) => ({ ...now, ...change })),
    begin: (next, nextVersion) => {
      keeping.write(key, undefined);
      setBase(next);
      setForm(next);
      setVersion(nextVersion);
      setRecovered(false);
    },
  };
}

function readKept(key: string): Kept | undefined {
  try {
    const kept: Kept | null = JSON.parse(keeping.read(key) ?? "null");
    return kept && typeof kept.form?.body === "string" ? kept : undefined;
  } catch {
    return undefined;
  }
}
