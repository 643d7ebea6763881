-- Makes the pending second factor the one that counts, its first code being used up. One row, none when nothing was pending.
update account
set totp_secret  = totp_pending,
    totp_pending = null,
    totp_step    = :step::bigint
where id = :id::int
  and totp_pending = :sealed::text
returning id;
