-- Puts an attendance into a group's queue, or moves it when its place changed.
-- KEYS[1] waiting: sorted set of the group
-- ARGV[1] attendance id   ARGV[2] score (priority and waiting since)
-- Returns "added" | "known"
local waiting = KEYS[1]
local id, score = ARGV[1], ARGV[2]

if redis.call('ZADD', waiting, score, id) == 1 then return 'added' end
return 'known'
