import { IconAdjustments, IconMail } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import { appTexts } from "../../texts/app.js";
import { useTexts } from "../shared/desk.js";
import classes from "./admin.module.css";

const places = [
  { href: "/admin", key: "admin.parameters", Icon: IconAdjustments, under: /^\/admin\/?$/ },
  { href: "/admin/templates", key: "admin.templates", Icon: IconMail, under: /^\/admin\/templates/ },
] as const;

export function AdminNav() {
  const t = useTexts(appTexts);
  const [location] = useLocation();
  return (
    <nav className={classes.nav} aria-label={t("admin.title")}>
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
