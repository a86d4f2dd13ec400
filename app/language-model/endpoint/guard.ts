/** Failures in a row after which the endpoint is left alone. */
const failuresMost = 4;
const restMs = 30_000;

/** Keeps an endpoint that is away from costing every requester its time limit, and a slow one from piling up. */
export interface Guard {
  /** Runs it unless as many are under way, or the endpoint is being left alone; throws what it throws. */
  run<T>(atOnceMost: number, work: () => Promise<T>): Promise<T | "busy" | "resting">;
  isResting(): boolean;
}

/**
 * After several failures in a row nobody is let through for a while; then one is, and what becomes of that one decides.
 */
export function createGuard(now: () => number): Guard {
  let underWay = 0;
  let failures = 0;
  let restUntil = 0;
  let isTrying = false;

  const isResting = () => failures >= failuresMost && (now() < restUntil || isTrying);

  return {
    isResting,
    run: async (atOnceMost, work) => {
      if (isResting()) return "resting";
      if (underWay >= atOnceMost) return "busy";
      const isTrial = failures >= failuresMost;
      isTrying ||= isTrial;
      underWay += 1;
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        failures += 1;
        if (failures >= failuresMost) restUntil = now() + restMs;
        throw error;
      } finally {
        underWay -= 1;
        if (isTrial) isTrying = false;
      }
    },
  };
}
