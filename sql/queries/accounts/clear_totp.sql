-- Takes the second factor away. One row.
update account
set totp_secret  = null,
    totp_pending = null
where id = :id::int
returning id;
