-- The open sessions of an account, newest first.
select
  id,
  created_at as "createdAt",
  seen_at    as "seenAt",
  ends_at    as "endsAt",
  address,
  user_agent as "userAgent"
from session
where account_id = :accountId::int
  and revoked_at is null
  and ends_at > :now::timestamptz
  and seen_at > :idleSince::timestamptz
order by id desc;
