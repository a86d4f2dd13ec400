/** `deskhand restore` as a program of its own, without what the command does before: hundreds of it are started. */
const { runRestore } = await import("../../dist/server/backup.js");
const { env, stdout, stderr } = process;
const surroundings = {
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env,
  version: "1.2.3",
  stdout,
  stderr,
};
process.exitCode = await runRestore({ ...surroundings, now: Date.now });
