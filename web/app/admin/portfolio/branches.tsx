import { ActionIcon, Badge, Collapse } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight, IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { adminTexts } from "../../../texts/admin/index.js";
import { useLocale, useTexts } from "../../shared/desk.js";
import classes from "../admin.module.css";
import type { TreeItem } from "./draft.js";
import { type Branch, nameIn } from "./find-items.js";
import type { Editing } from "./portfolio-tree.js";
import { nextIn } from "./portfolio-tree.js";
import { ViaChatSwitch } from "./via-chat-switch.js";

interface BranchProps {
  /** What is found stands open. */
  readonly isSearched: boolean;
  readonly onEdit: (editing: Editing) => void;
  readonly onSaved: () => void;
}

export function CatalogBranch({ branch, ...shared }: BranchProps & { branch: Branch }) {
  const { catalog, services } = branch;
  const own = services.map(({ service }) => service);
  const add = { type: "service", parentId: catalog.id, position: nextIn(own) } as const;
  return (
    <Holder item={{ type: "catalog", item: catalog }} add={add} startsOpen {...shared}>
      {services.map((one) => (
        <ServiceBranch key={one.service.id} {...one} {...shared} />
      ))}
    </Holder>
  );
}

function ServiceBranch({ service, activities, ...shared }: BranchProps & Branch["services"][number]) {
  const add = { type: "activity", parentId: service.id, position: nextIn(activities) } as const;
  return (
    <Holder item={{ type: "service", item: service }} add={add} startsOpen={false} {...shared}>
      {activities.map((activity) => (
        <li key={activity.id}>
          <Line item={{ type: "activity", item: activity }} {...shared} />
        </li>
      ))}
    </Holder>
  );
}

function Holder({
  item,
  add,
  startsOpen,
  children,
  ...shared
}: BranchProps & { item: TreeItem; add: Editing; startsOpen: boolean; children: ReactNode }) {
  const t = useTexts(adminTexts);
  const locale = useLocale();
  const [opened, { toggle }] = useDisclosure(startsOpen);
  const isOpen = opened || shared.isSearched;
  const name = nameIn(item.item, locale);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <Line item={item} {...shared}>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={toggle}
          aria-expanded={isOpen}
          aria-label={t("portfolio.toggle", { name })}
        >
          <Chevron size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          onClick={() => shared.onEdit(add)}
          aria-label={t(item.type === "catalog" ? "new.service-in" : "new.activity-in", { name })}
        >
          <IconPlus size={18} />
        </ActionIcon>
      </Line>
      <Collapse expanded={isOpen}>
        <ul className={classes.branch}>{children}</ul>
      </Collapse>
    </li>
  );
}

/** One item: open it by its name, see where it stands, turn the chat on and off. */
function Line({
  item,
  children,
  onEdit,
  onSaved,
}: BranchProps & { item: TreeItem; children?: [ReactNode, ReactNode] }) {
  const locale = useLocale();
  const [chevron, adder] = children ?? [];
  return (
    <div className={classes.line}>
      {chevron}
      <span className={classes["line-name"]}>
        <button type="button" className={classes.open} onClick={() => onEdit({ item })}>
          {nameIn(item.item, locale)}
        </button>
      </span>
      <Marks item={item} />
      {adder}
      <ViaChatSwitch item={item} onSaved={onSaved} />
    </div>
  );
}

function Marks({ item }: { item: TreeItem }) {
  const t = useTexts(adminTexts);
  if (item.type !== "activity") {
    const { phase } = item.item;
    if (phase === "catalog") return null;
    return (
      <Badge variant="filled" color="gray.7" tt="none">
        {t(`phase.${phase}`)}
      </Badge>
    );
  }
  const { kind, status } = item.item;
  return (
    <>
      {status !== "active" && (
        <Badge variant="filled" color="gray.7" tt="none">
          {t(`status.${status}`)}
        </Badge>
      )}
      <Badge variant="default" tt="none" visibleFrom="xs">
        {t(`kind.${kind}`)}
      </Badge>
    </>
  );
}
