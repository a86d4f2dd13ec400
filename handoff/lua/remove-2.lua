-- Takes an attendance out of a group's queue and forgets who was taking it.
-- KEYS[1] waiting: sorted set of the group   KEYS[2] claim: who is taking this attendance now
-- ARGV[1] attendance id
-- Returns "removed" | "absent"
local waiting, claim = KEYS[1], KEYS[2]
local id = ARGV[1]

redis.call('DEL', claim)
if redis.call('ZREM', waiting, id) == 1 then return 'removed' end
return 'absent'
