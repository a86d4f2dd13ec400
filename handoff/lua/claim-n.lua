-- Promises waiting attendances of one group to their claimers. The same claimer asking again is told the same.
-- KEYS[1] waiting: sorted set of the home group   KEYS[2…] promises: agent and request of who is taking each
-- ARGV[1] how long a promise stands, ms   ARGV[2] member that marks the index as whole
-- ARGV[3…] attendance id, claimer (agent id, a space, request id), attendance id, claimer, … in the order of the promises
-- Returns {status, agent id, status, agent id, …}: "claimed" | "taken" | "gone" | "missing"; the agent is named where taken.
-- A promise is made first and taken back where nothing waits: after a cut connection the repeat must find its own,
-- also when the attendance is out of the queue by then. The attendance stays in the queue until the store has it, so
-- that a claimer who is refused never made it vanish from anybody's list.
local waiting = KEYS[1]
local ttl, mark = ARGV[1], ARGV[2]

local function claim(promise, id, claimer)
  if not redis.call('SET', promise, claimer, 'PX', ttl, 'NX') then
    local holder = redis.call('GET', promise)
    if holder == claimer then return 'claimed', '' end
    return 'taken', string.match(holder, '^%S+')
  end
  if redis.call('ZSCORE', waiting, id) then return 'claimed', '' end
  redis.call('DEL', promise)
  if redis.call('ZSCORE', waiting, mark) then return 'gone', '' end
  return 'missing', ''
end

local answer = {}
for at = 2, #KEYS do
  local status, agent = claim(KEYS[at], ARGV[2 * at - 1], ARGV[2 * at])
  answer[#answer + 1] = status
  answer[#answer + 1] = agent
end
return answer
