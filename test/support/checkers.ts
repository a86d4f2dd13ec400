import { spawnSync } from "node:child_process";

/** Programs that read the files of deploy/ when they are used, from Debian; what `.ci/run` installs. */
const places = {
  haproxy: "/usr/sbin/haproxy",
  nginx: "/usr/sbin/nginx",
  compose: "/usr/bin/docker-compose",
  systemd: "/usr/bin/systemd-analyze",
} as const;

/** What the program that a file is for says to it. */
export function checkWith(
  name: keyof typeof places,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr, error } = spawnSync(places[name], args, {
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...environment },
  });
  if (error !== undefined) throw error;
  return { status, said: `${stdout}${stderr}` };
}
