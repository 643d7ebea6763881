-- Uses up a time step of the second factor. One row, none when it or a later one was used before.
update account
set totp_step = :step::bigint
where id = :id::int
  and totp_step < :step::bigint
returning id;
