-- Gives up the claim of a claimer who was refused.
-- KEYS[1] claim: hash of request and agent
-- ARGV[1] request id
-- Returns "released" | "stale"
-- Only the claimer may: a late release must not undo the claim of the next one.
local claim = KEYS[1]
local request = ARGV[1]

if redis.call('HGET', claim, 'request') ~= request then return 'stale' end
redis.call('DEL', claim)
return 'released'
