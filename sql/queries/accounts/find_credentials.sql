-- What proves who an account is, found by its id or its folded name. One row, none for an unknown one.
select
  id,
  name,
  display_name  as "displayName",
  state,
  password_hash as "passwordHash",
  totp_secret   as "totpSecret",
  totp_pending  as "totpPending",
  totp_step     as "totpStep"
from account
where id = :id::int
   or name = :name::text
order by id;
