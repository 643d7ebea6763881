-- Enables or disables an account. One row.
update account
set state = :state::text
where id = :id::int
returning id;
