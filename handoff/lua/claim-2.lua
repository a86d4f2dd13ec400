-- Promises a waiting attendance to one claimer. The same claimer asking again is told the same.
-- KEYS[1] waiting: sorted set of the home group   KEYS[2] claim: hash of request and agent
-- ARGV[1] attendance id   ARGV[2] request id   ARGV[3] agent id   ARGV[4] how long the claim stands, ms
-- ARGV[5] member that marks the index as whole
-- Returns {"claimed"} | {"taken", agent id} | {"gone"} | {"missing"}
-- The claim is looked at first: after a cut connection the repeat must find its own claim. The attendance stays in
-- the queue until the store has it, so that a claimer who is refused never made it vanish from anybody's list.
local waiting, claim = KEYS[1], KEYS[2]
local id, request, agent, ttl, mark = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local holder = redis.call('HMGET', claim, 'request', 'agent')
if holder[1] == request then return { 'claimed' } end
if holder[1] then return { 'taken', holder[2] } end
if not redis.call('ZSCORE', waiting, id) then
  if redis.call('ZSCORE', waiting, mark) then return { 'gone' } end
  return { 'missing' }
end
redis.call('HSET', claim, 'request', request, 'agent', agent)
redis.call('PEXPIRE', claim, ttl)
return { 'claimed' }
