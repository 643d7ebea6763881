-- Uses up a recovery code. One row, none when there is no such code or it was used before.
update recovery_code
set used_at = :now::timestamptz
where account_id = :id::int
  and code_hash = :hash::text
  and used_at is null
returning code_hash as "codeHash";
