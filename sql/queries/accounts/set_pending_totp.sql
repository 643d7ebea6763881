-- Keeps a second factor that is not confirmed yet. One row.
update account
set totp_pending = :sealed::text
where id = :id::int
returning id;
