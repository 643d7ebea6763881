-- The identities of all accounts. One row for each; none for accounts without one.
select
  account_id as "accountId",
  issuer,
  subject
from account_identity
order by account_id, issuer, subject;
