import { IconBook2, IconHome, IconLayoutGrid, IconTicket } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import classes from "./portal.module.css";
import { usePortalTexts } from "./use-portal-texts.js";

const places = [
  { href: "/", key: "nav.home", Icon: IconHome, under: /^\/$/ },
  { href: "/services", key: "nav.services", Icon: IconLayoutGrid, under: /^\/services/ },
  { href: "/tickets", key: "nav.tickets", Icon: IconTicket, under: /^\/tickets/ },
  { href: "/knowledge", key: "nav.knowledge", Icon: IconBook2, under: /^\/(knowledge|articles)/ },
] as const;

export function PortalNav() {
  const t = usePortalTexts();
  const [location] = useLocation();
  return (
    <nav className={classes.nav} aria-label={t("nav.label")}>
      {places.map(({ href, key, Icon, under }) => (
        <Link
          key={href}
          href={href}
          className={classes["nav-link"]}
          aria-current={under.test(location) ? "page" : undefined}
        >
          <Icon size={18} aria-hidden />
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
