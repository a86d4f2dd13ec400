// Loaded into a node of the test with `--import`: at SIGUSR2 its event loop stands still for BLOCK_LOOP_MS.
process.on("SIGUSR2", () => {
  const until = Date.now() + Number(process.env.BLOCK_LOOP_MS);
  while (Date.now() < until);
});
