-- Entries that match, newest first, before a number; null means any. Text is looked for in names, ids, purposes and contents.
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
where seq < :before::bigint
  and at >= :from::timestamptz
  and at < :until::timestamptz
  and (:actorKind::text is null or actor_kind = :actorKind::text)
  and (:actor::text is null or actor_id = :actor::text or actor_name = :actor::text)
  and (:action::text is null or action = :action::text)
  and (:subjectKind::text is null or subject_kind = :subjectKind::text)
  and (:subject::text is null or subject_id = :subject::text)
  and (:level::text is null or area_level = :level::text)
  and (:area::text is null or area_code = :area::text)
  and (
    :text::text is null
    or strpos(
      lower(concat_ws(' ', actor_name, address, request_id, subject_id, area_code, purpose, before::text, after::text)),
      lower(:text::text)
    ) > 0
  )
order by seq desc
limit :limit::int;
