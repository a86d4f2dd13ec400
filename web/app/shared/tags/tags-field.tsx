import { TagsInput } from "@mantine/core";
import { useCallback, useRef, useState } from "react";
import { teamTexts } from "../../../texts/team/index.js";
import { useTell } from "../../admin/use-tell.js";
import { useDesk, useTexts } from "../desk.js";
import { useLoaded } from "../use-loaded.js";

const tagsMax = 30;
const tagCharsMax = 40;

export interface TagsFieldProps {
  readonly label: string;
  readonly tags: readonly string[];
  /** Stores these in the place of all others; answers what is there now. */
  readonly write: (tags: readonly string[]) => Promise<readonly string[]>;
  readonly onWritten: (tags: readonly string[]) => void;
}

/** Words by which something is found again, saved as they are set; those in use are suggested. */
export function TagsField({ label, tags, write, onWritten }: TagsFieldProps) {
  const t = useTexts(teamTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [wished, setWished] = useState<readonly string[]>();
  const [search, setSearch] = useState("");
  const load = useCallback(async () => (await api.team.suggestTags(search)).items, [api, search]);
  const [known] = useLoaded(load);
  // One after the other: of two writes at once the older could be the last to arrive.
  const before = useRef(Promise.resolve());
  const latest = useRef<readonly string[]>(tags);

  const save = async (next: readonly string[]): Promise<void> => {
    if (latest.current !== next) return;
    try {
      onWritten(await write(next));
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
    if (latest.current === next) setWished(undefined);
  };
  const change = (next: readonly string[]): void => {
    latest.current = next;
    setWished(next);
    before.current = before.current.then(() => save(next));
  };
  const shown = wished ?? tags;
  return (
    <TagsInput
      size="sm"
      label={label}
      placeholder={shown.length === 0 ? t("tags.placeholder") : ""}
      maxTags={tagsMax}
      maxLength={tagCharsMax}
      value={[...shown]}
      onChange={change}
      searchValue={search}
      onSearchChange={setSearch}
      data={known.status === "ready" ? [...known.value] : []}
    />
  );
}
