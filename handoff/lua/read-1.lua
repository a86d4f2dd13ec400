-- Reads the head of a group's queue and how long it is.
-- KEYS[1] waiting: sorted set of the group
-- ARGV[1] how many at most   ARGV[2] member that marks the index as whole
-- Returns {"whole", count, id, score, id, score, …} | {"missing"}
-- The mark has the lowest score, so the queue begins at rank 1.
local waiting = KEYS[1]
local limit, mark = tonumber(ARGV[1]), ARGV[2]

if not redis.call('ZSCORE', waiting, mark) then return { 'missing' } end
local answer = { 'whole', redis.call('ZCARD', waiting) - 1 }
if limit == 0 then return answer end
for _, part in ipairs(redis.call('ZRANGE', waiting, 1, limit, 'WITHSCORES')) do
  answer[#answer + 1] = part
end
return answer
