-- Gives the messages of this month's conversations, of the next one's and of the one after that a partition each; to be
-- run once a month, as the desk's role and with its search_path, e.g. psql "$DATABASE_URL" -f partitions.sql. What is
-- there stays, so it may be run as often as you like.
--
-- A conversation's id begins with the time of its beginning (UUIDv7), so that a range of ids is a span of time. A month
-- that has conversations in the default partition already keeps them there: it is left out, and told.
do $$
declare
  month timestamp := date_trunc('month', now() at time zone 'utc');
  from_id text;
  to_id text;
  is_begun boolean;
begin
  for round in 0..2 loop
    select substr(hex, 1, 8) || '-' || substr(hex, 9) into from_id
      from (select lpad(to_hex((extract(epoch from month) * 1000)::bigint), 12, '0') as hex) as first;
    select substr(hex, 1, 8) || '-' || substr(hex, 9) into to_id
      from (select lpad(to_hex((extract(epoch from month + interval '1 month') * 1000)::bigint), 12, '0') as hex) as last;
    execute 'select exists (select from message_rest where conversation_id >= $1 and conversation_id < $2)'
      into is_begun using from_id, to_id;
    if is_begun then
      raise notice 'Messages of % are in the default partition already.', to_char(month, 'YYYY-MM');
    else
      execute format('create table if not exists message_%s partition of message for values from (%L) to (%L)',
        to_char(month, 'YYYY_MM'), from_id, to_id);
    end if;
    month := month + interval '1 month';
  end loop;
end $$;
