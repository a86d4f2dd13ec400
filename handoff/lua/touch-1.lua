-- Notes that a person's socket is alive.
-- KEYS[1] sockets: sorted set of the person's sockets, scored by when each lapses
-- ARGV[1] socket id   ARGV[2] now, ms UTC   ARGV[3] how long it counts, ms
-- Returns "first" | "more"   ("first": the person was away until now)
local sockets = KEYS[1]
local socket, now, ttl = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

redis.call('ZREMRANGEBYSCORE', sockets, '-inf', now)
local before = redis.call('ZCARD', sockets)
redis.call('ZADD', sockets, now + ttl, socket)
redis.call('PEXPIRE', sockets, ttl)
if before == 0 then return 'first' end
return 'more'
