-- Ends one session of an account, or all of them. One row for each that was not ended before.
update session
set revoked_at = :now::timestamptz
where account_id = :accountId::int
  and (:id::int is null or id = :id::int)
  and revoked_at is null
returning id;
