-- Tells how many wait before an attendance in a group's queue.
-- KEYS[1] waiting: sorted set of the group
-- ARGV[1] attendance id   ARGV[2] member that marks the index as whole
-- Returns {"whole", how many before it} | {"absent"} | {"missing"}
local waiting = KEYS[1]
local id, mark = ARGV[1], ARGV[2]

if not redis.call('ZSCORE', waiting, mark) then return { 'missing' } end
local rank = redis.call('ZRANK', waiting, id)
if not rank then return { 'absent' } end
return { 'whole', rank - 1 }
