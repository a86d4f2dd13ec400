-- Takes an attendance out of a group's queue and forgets who was taking it.
-- KEYS[1] waiting: sorted set of the group   KEYS[2] promise: agent and request of who is taking it
-- ARGV[1] attendance id
-- Returns "removed" | "absent"
local waiting, promise = KEYS[1], KEYS[2]
local id = ARGV[1]

redis.call('DEL', promise)
if redis.call('ZREM', waiting, id) == 1 then return 'removed' end
return 'absent'
