import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import type { AgentVerdict, GroupVerdict, Obstacle, Why } from "../../../contract/routing.js";
import type { Translate } from "../../texts/index.js";
import { type RoutingKey, routingTexts } from "../../texts/routing/index.js";
import { useTexts } from "./desk.js";
import { toMoment } from "./time-format.js";

/** Why a conversation has nobody yet: what would change it first, then each agent and what stands against them. */
export function WhyWaiting({ why, onAssign }: { why: Why; onAssign?: (agentId: string) => void }) {
  const t = useTexts(routingTexts);
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600} role="status">
        {tellNext(t, why.next)}
      </Text>
      {why.groups.length === 0 && <Text size="sm">{t("why.no-group")}</Text>}
      {why.groups.map((group) => (
        <GroupPart key={group.id} group={group} onAssign={onAssign} />
      ))}
      {why.reclaimed && (
        <Text size="sm">
          {t("why.reclaimed", { name: why.reclaimed.agent, time: toTime(why.reclaimed.at, t) })}
        </Text>
      )}
      {why.overflow && (
        <Text size="xs" c="dimmed">
          {t("why.overflow", { group: why.overflow.group, time: toTime(why.overflow.at, t) })}
        </Text>
      )}
      {why.givesUpAt !== undefined && (
        <Text size="xs" c="dimmed">
          {t("why.gives-up", { time: toTime(why.givesUpAt, t) })}
        </Text>
      )}
    </Stack>
  );
}

interface GroupPartProps {
  readonly group: GroupVerdict;
  readonly onAssign: ((agentId: string) => void) | undefined;
}

function GroupPart({ group, onAssign }: GroupPartProps) {
  const t = useTexts(routingTexts);
  return (
    <div>
      <Group gap={6} mb={4}>
        <Text size="sm" fw={600}>
          {group.name}
        </Text>
        <Badge size="sm" variant="default" tt="none">
          {t(`giving.${group.giving}`)}
        </Badge>
        {(!group.isOpen || group.isEnding) && (
          <Badge size="sm" variant="default" tt="none">
            {tellHours(t, group)}
          </Badge>
        )}
      </Group>
      {group.agents.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("why.no-members")}
        </Text>
      )}
      <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {group.agents.map((agent) => (
          <AgentLine key={agent.id} agent={agent} onAssign={onAssign} />
        ))}
      </ul>
    </div>
  );
}

interface AgentLineProps {
  readonly agent: AgentVerdict;
  readonly onAssign: ((agentId: string) => void) | undefined;
}

function AgentLine({ agent, onAssign }: AgentLineProps) {
  const t = useTexts(routingTexts);
  const { name, held, capacity, isFree, obstacles, offeredUntil } = agent;
  const Icon = isFree ? IconCheck : IconMinus;
  const asked = offeredUntil === undefined ? [] : [t("why.asked", { time: toTime(offeredUntil, t) })];
  const reasons = [...asked, ...obstacles.map((obstacle) => tellObstacle(t, obstacle))];
  return (
    <li>
      <Group gap={6} wrap="nowrap" align="flex-start" py={2}>
        <Icon size={16} aria-hidden style={{ flex: "none", marginTop: 2 }} />
        <Text size="sm" flex={1}>
          <b>{name}</b> · {t("why.load", { held, capacity })} ·{" "}
          {reasons.length > 0 ? reasons.join(", ") : t("why.free")}
        </Text>
        {onAssign && (
          <Button
            size="compact-xs"
            variant="default"
            flex="none"
            aria-label={t("assign.to", { name })}
            onClick={() => onAssign(agent.id)}
          >
            {t("assign")}
          </Button>
        )}
      </Group>
    </li>
  );
}

export function tellObstacle(t: Translate<RoutingKey>, obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case "full":
    case "channel-full": {
      const { held, capacity } = obstacle;
      const channel = obstacle.kind === "channel-full" ? obstacle.channel : "";
      return t(`obstacle.${obstacle.kind}`, { held, capacity, channel });
    }
    case "no-skill":
      return t("obstacle.no-skill", { skill: obstacle.skill });
    case "no-language":
      return t("obstacle.no-language", { language: t(`language.${obstacle.language}`) });
    case "declined":
    case "resting":
    case "deciding":
    case "offered-to-other":
      return t(`obstacle.${obstacle.kind}`, { time: toTime(obstacle.until, t) });
    default:
      return t(`obstacle.${obstacle.kind}`);
  }
}

function tellNext(t: Translate<RoutingKey>, { kind, at, agent, group }: Why["next"]): string {
  const time = at === undefined ? t("why.unknown-time") : toTime(at, t);
  return t(`next.${kind}`, { time, agent: agent ?? "", group: group ?? "" });
}

function tellHours(t: Translate<RoutingKey>, { isOpen, opensAt }: GroupVerdict): string {
  if (isOpen) return t("hours.ending");
  return opensAt === undefined ? t("hours.closed") : t("hours.opens", { time: toTime(opensAt, t) });
}

function toTime(at: number, { locale }: Translate<RoutingKey>): string {
  return toMoment(at, Date.now(), locale);
}
