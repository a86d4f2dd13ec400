import { Avatar, type MantineSize } from "@mantine/core";

/** Those of the theme's colours whose initials reach a contrast of 4.5:1 in the light scheme. */
const readableColors = ["blue", "cyan", "grape", "indigo", "pink", "violet"];

export interface PersonAvatarProps {
  readonly name: string;
  readonly photoUrl?: string | undefined;
  readonly size?: MantineSize | number;
}

/** The person's picture, or the initials in a colour that stays the same for the name. */
export function PersonAvatar({ name, photoUrl, size = "md" }: PersonAvatarProps) {
  return (
    <Avatar
      aria-hidden
      name={name}
      src={photoUrl ?? null}
      color="initials"
      allowedInitialsColors={readableColors}
      size={size}
      radius="xl"
    />
  );
}
