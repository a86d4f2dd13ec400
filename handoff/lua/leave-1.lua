-- Notes that a person's socket is gone.
-- KEYS[1] sockets: sorted set of the person's sockets, scored by when each lapses
-- ARGV[1] socket id   ARGV[2] now, ms UTC
-- Returns "last" | "more"   ("last": the person is away from now on)
local sockets = KEYS[1]
local socket, now = ARGV[1], ARGV[2]

redis.call('ZREM', sockets, socket)
redis.call('ZREMRANGEBYSCORE', sockets, '-inf', now)
if redis.call('ZCARD', sockets) == 0 then return 'last' end
return 'more'
