-- The next entries of the chain after a number, in order, of a span of time. Time in UTC with microseconds.
select
  seq,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  actor_kind    as "actorKind",
  actor_id      as "actorId",
  actor_name    as "actorName",
  address,
  request_id    as "requestId",
  action,
  subject_kind  as "subjectKind",
  subject_id    as "subjectId",
  area_level    as "areaLevel",
  area_code     as "areaCode",
  purpose,
  before,
  after,
  algorithm,
  previous_hash as "previousHash",
  hash
from audit_entry
where seq > :after::bigint
  and at >= :from::timestamptz
  and at < :until::timestamptz
order by seq
limit :limit::int;
