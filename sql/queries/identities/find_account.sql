-- The account that an identity of a provider is linked to, held until the transaction ends. One row, none when it is linked to nothing.
select
  account.id,
  account.name,
  account.display_name as "displayName",
  account.state
from account_identity
join account on account.id = account_identity.account_id
where account_identity.issuer = :issuer::text
  and account_identity.subject = :subject::text
order by account.id
for share;
