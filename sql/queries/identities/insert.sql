-- Links an identity to an account. One row: its account; none when the identity is linked already.
insert into account_identity (issuer, subject, account_id, linked_at)
values (:issuer::text, :subject::text, :accountId::int, :now::timestamptz)
on conflict do nothing
returning account_id as "accountId";
