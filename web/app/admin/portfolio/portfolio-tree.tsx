import { Button, EmptyState, Group, Text, TextInput } from "@mantine/core";
import { IconPlus, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { toLocale } from "../../../../contract/locale.js";
import type { ListedGroup } from "../../../../contract/directory.js";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useTexts } from "../../shared/desk.js";
import classes from "../admin.module.css";
import { CatalogBranch } from "./branches.js";
import type { Said, TreeItem, TreeType } from "./draft.js";
import { toTree } from "./find-items.js";
import { ItemDrawer } from "./item-drawer.js";

/** What is being written: an item that is there, or a new one in its parent. */
export type Editing =
  | { readonly item: TreeItem }
  | {
      readonly type: TreeType;
      readonly parentId: string;
      readonly position: number;
      /** What somebody said who wants it: its first sentence, and its name to begin with. */
      readonly said?: Said;
    };

export interface TreeProps {
  readonly portfolio: AdminPortfolio;
  readonly groups: readonly ListedGroup[];
  readonly onSaved: () => void;
}

/** Catalogs, their services and their activities, with a search over all of them. */
export function PortfolioTree({ portfolio, groups, onSaved }: TreeProps) {
  const t = useTexts(adminTexts);
  const [search, setSearch] = useState("");
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState<Editing | undefined>(() => begunBy(params, portfolio));
  const tree = toTree(portfolio, search);
  const count = tree.reduce(
    (sum, { services }) => sum + services.reduce((inner, { activities }) => inner + activities.length, 0),
    0,
  );
  return (
    <>
      <Group mb="xs" wrap="nowrap">
        <TextInput
          type="search"
          flex={1}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          aria-label={t("portfolio.search")}
          placeholder={t("portfolio.search")}
          leftSection={<IconSearch size={16} />}
        />
        <Button
          leftSection={<IconPlus size={16} />}
          onClick={() => setEditing({ type: "catalog", parentId: "", position: nextIn(portfolio.catalogs) })}
        >
          {t("new.catalog")}
        </Button>
      </Group>
      <Group justify="space-between" mb="xs">
        <Text size="xs" c="dimmed" role="status">
          {t.count("portfolio.found", count)}
        </Text>
        <Text size="xs" c="dimmed" aria-hidden>
          {t("via-chat")}
        </Text>
      </Group>
      {tree.length === 0 ? (
        <EmptyState
          icon={<IconSearchOff />}
          title={t("portfolio.none")}
          description={t("portfolio.none.text")}
        />
      ) : (
        <ul className={classes.list}>
          {tree.map((branch) => (
            <CatalogBranch
              key={branch.catalog.id}
              branch={branch}
              isSearched={search.trim() !== ""}
              onEdit={setEditing}
              onSaved={onSaved}
            />
          ))}
        </ul>
      )}
      {editing && (
        <ItemDrawer
          editing={editing}
          portfolio={portfolio}
          groups={groups}
          onClose={() => {
            setEditing(undefined);
            if (params.size > 0) setParams({}, { replace: true });
          }}
          onSaved={onSaved}
        />
      )}
    </>
  );
}

/** `?said=…&language=…`: an activity that a question asks for. */
function begunBy(params: URLSearchParams, { services, activities }: AdminPortfolio): Editing | undefined {
  const text = params.get("said")?.trim();
  if (!text) return undefined;
  const language = toLocale(params.get("language") ?? undefined) ?? "en";
  const parentId = services[0]?.id ?? "";
  const siblings = activities.filter(({ serviceId }) => serviceId === parentId);
  return { type: "activity", parentId, position: nextIn(siblings), said: { text, language } };
}

/** What is new stands last. */
export function nextIn(items: readonly { readonly position: number }[]): number {
  return items.reduce((highest, { position }) => Math.max(highest, position), -1) + 1;
}
