-- Adds many attendances to a group's queue; with the last part it is declared whole.
-- KEYS[1] waiting: sorted set of the group
-- ARGV[1] "more" | "last"   ARGV[2] member that marks the index as whole   ARGV[3…] score, id, score, id, …
-- Returns "more" | "whole"
-- Nothing is deleted: what was added while the store was read stays, and the sweeper removes what is too much.
local waiting = KEYS[1]
local part, mark = ARGV[1], ARGV[2]

for at = 3, #ARGV, 2 do
  redis.call('ZADD', waiting, ARGV[at], ARGV[at + 1])
end
if part ~= 'last' then return 'more' end
redis.call('ZADD', waiting, -1, mark)
return 'whole'
