import { Drawer, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconMenu2 } from "@tabler/icons-react";
import { useEffect, useId, useState } from "react";
import { Link, useLocation } from "wouter";
import { adminTexts } from "../../texts/admin/index.js";
import { useMe, useTexts } from "../shared/desk.js";
import classes from "./admin-nav.module.css";
import { type AdminSection, isAt, useAdminSections } from "./places.js";

/** The pages of the admin area that are open to this person: beside the page, or behind a button where it is narrow. */
export function AdminNav() {
  const { role } = useMe();
  const sections = useAdminSections(role);
  return (
    <>
      <nav className={classes.side} aria-label={useTexts(adminTexts)("nav.label")}>
        <Sections sections={sections} />
      </nav>
      <NarrowNav sections={sections} />
    </>
  );
}

function NarrowNav({ sections }: { readonly sections: readonly AdminSection[] }) {
  const t = useTexts(adminTexts);
  const [location] = useLocation();
  const [opened, setOpened] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the list of pages.
  useEffect(() => setOpened(false), [location]);
  const here = sections.flatMap(({ places }) => places).find((place) => isAt(location, place));
  return (
    <div className={classes.narrow}>
      <UnstyledButton
        className={classes.opener}
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-label={t("nav.open", { page: here?.name ?? t("nav.label") })}
        onClick={() => setOpened(true)}
      >
        <IconMenu2 size={18} aria-hidden />
        <span>{here?.name ?? t("nav.label")}</span>
        <IconChevronDown size={16} aria-hidden />
      </UnstyledButton>
      <Drawer.Root opened={opened} onClose={() => setOpened(false)} size="xs">
        <Drawer.Overlay />
        <Drawer.Content>
          <Drawer.Body p="sm">
            <div className={classes["drawer-head"]}>
              <Drawer.Title fw={600}>{t("nav.label")}</Drawer.Title>
              <Drawer.CloseButton aria-label={t("close")} />
            </div>
            <Sections sections={sections} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </div>
  );
}

function Sections({ sections }: { readonly sections: readonly AdminSection[] }) {
  return sections.map((section) => <Section key={section.name} section={section} />);
}

function Section({ section }: { readonly section: AdminSection }) {
  const [location] = useLocation();
  const id = useId();
  return (
    <div className={classes.section}>
      <p id={id} className={classes.name}>
        {section.name}
      </p>
      <ul className={classes.places} aria-labelledby={id}>
        {section.places.map((place) => (
          <li key={place.href}>
            <Link
              href={place.href}
              className={classes.place}
              aria-current={isAt(location, place) ? "page" : undefined}
            >
              <place.Icon size={18} aria-hidden />
              {place.name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
