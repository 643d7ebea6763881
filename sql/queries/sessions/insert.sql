-- Opens a session. One row: its id.
insert into session (token_hash, account_id, created_at, seen_at, ends_at, address, user_agent, issuer, vouched)
values (
  :tokenHash::text, :accountId::int, :now::timestamptz, :now::timestamptz, :endsAt::timestamptz, :address::text, :userAgent::text,
  :issuer::text, :vouched::boolean
)
returning id;
