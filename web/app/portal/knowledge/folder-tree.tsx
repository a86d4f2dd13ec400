import { Text } from "@mantine/core";
import { Link } from "wouter";
import classes from "./knowledge.module.css";
import type { FolderNode } from "./to-tree.js";

interface FolderTreeProps {
  readonly nodes: readonly FolderNode[];
  readonly chosen: string;
  readonly hrefOf: (path: string) => string;
}

/** Folders as links; those under a folder are shown while it, or one of them, is chosen. */
export function FolderTree({ nodes, chosen, hrefOf }: FolderTreeProps) {
  return (
    <ul className={classes.tree}>
      {nodes.map(({ path, name, count, folders }) => (
        <li key={path}>
          <Link
            href={hrefOf(path)}
            className={classes.folder}
            aria-current={path === chosen ? "page" : undefined}
          >
            <span>{name}</span>
            <Text span size="xs" c="dimmed">
              {count}
            </Text>
          </Link>
          {folders.length > 0 && (chosen === path || chosen.startsWith(`${path}/`)) && (
            <FolderTree nodes={folders} chosen={chosen} hrefOf={hrefOf} />
          )}
        </li>
      ))}
    </ul>
  );
}
