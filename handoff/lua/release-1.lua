-- Gives up the promise made to a claimer who was refused.
-- KEYS[1] promise: agent and request of who is taking it
-- ARGV[1] agent id, a space, request id
-- Returns "released" | "stale"
-- Only the claimer may: a late release must not undo the claim of the next one.
local promise = KEYS[1]
local claimer = ARGV[1]

if redis.call('GET', promise) ~= claimer then return 'stale' end
redis.call('DEL', promise)
return 'released'
