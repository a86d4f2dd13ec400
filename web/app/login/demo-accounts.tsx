import { Badge, Paper, Stack, Table, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { type AppKey, appTexts } from "../../texts/app.js";
import type { Translate } from "../../texts/index.js";
import { useTexts } from "../shared/desk.js";
import { PersonAvatar } from "../shared/person-avatar.js";
import classes from "./demo-accounts.module.css";

/** The demo desk is the same on every machine, and only there are these names known to anybody. */
export const demoPassword = "demo";

const accounts: readonly { readonly username: string; readonly groups?: string; readonly admin?: true }[] = [
  { username: "ana" },
  { username: "rui" },
  { username: "bruno", groups: "Service Desk, Network" },
  { username: "carla", groups: "Service Desk" },
  { username: "diego", groups: "Applications" },
  { username: "admin", admin: true },
];

export function DemoAccounts({ onChoose }: { onChoose: (username: string) => void }) {
  const t = useTexts(appTexts);
  return (
    <Paper withBorder p="md" radius="lg" component="section" aria-labelledby="demo-title">
      <Stack gap="xs">
        <Text id="demo-title" component="h2" fw={600} size="sm">
          {t("log-in.demo-title")}
        </Text>
        <Text size="sm" c="dimmed">
          {t("log-in.demo-hint", { password: demoPassword })}
        </Text>
        <Table verticalSpacing={0} horizontalSpacing={0} aria-labelledby="demo-title">
          <Table.Tbody>
            {accounts.map((account) => (
              <Table.Tr key={account.username}>
                <Table.Td>
                  <UnstyledButton className={classes.account} onClick={() => onChoose(account.username)}>
                    <PersonAvatar name={account.username} size={28} />
                    <VisuallyHidden>{t("log-in.demo-use", { name: account.username })}</VisuallyHidden>
                    <Text size="sm" fw={500} flex={1} aria-hidden>
                      {account.username}
                    </Text>
                    <Badge variant="light" color={account.groups ? "indigo" : "gray"} tt="none" fw={500}>
                      {describe(account, t)}
                    </Badge>
                  </UnstyledButton>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Paper>
  );
}

function describe({ groups, admin }: { groups?: string; admin?: true }, t: Translate<AppKey>): string {
  if (groups) return t("log-in.demo-agent", { groups });
  return t(admin ? "log-in.demo-admin" : "log-in.demo-requesters");
}
