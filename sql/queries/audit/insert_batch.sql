-- Appends entries whose numbers and hashes are made, and moves the head to the last of them. The one row is the new head's number.
with appended as (
  insert into audit_entry (
    seq, at, actor_kind, actor_id, actor_name, address, request_id, action, subject_kind, subject_id, area_level, area_code,
    purpose, before, after, algorithm, previous_hash, hash
  )
  select
    entry.seq,
    entry.at,
    entry."actorKind",
    entry."actorId",
    entry."actorName",
    entry.address,
    entry."requestId",
    entry.action,
    entry."subjectKind",
    entry."subjectId",
    entry."areaLevel",
    entry."areaCode",
    entry.purpose,
    nullif(entry.before, 'null'::jsonb),
    nullif(entry.after, 'null'::jsonb),
    entry.algorithm,
    entry."previousHash",
    entry.hash
  from jsonb_to_recordset(:entries::jsonb) as entry(
    seq bigint, at timestamptz, "actorKind" text, "actorId" text, "actorName" text, address text, "requestId" text, action text,
    "subjectKind" text, "subjectId" text, "areaLevel" text, "areaCode" text, purpose text, before jsonb, after jsonb,
    algorithm text, "previousHash" text, hash text
  )
)
update audit_head
set seq = :seq::bigint, at = :at::timestamptz, hash = :hash::text
returning seq;
