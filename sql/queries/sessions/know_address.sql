-- Whether the account with a folded name was signed in to from an address before. One row.
select exists (
  select from session
  join account on account.id = session.account_id
  where account.name = :name::text
    and session.address = :address::text
    and session.created_at > :since::timestamptz
) as known;
