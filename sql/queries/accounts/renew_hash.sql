-- Keeps the same password under newer parameters; its age stays. One row, none when it was changed meanwhile.
update account
set password_hash = :newHash::text
where id = :id::int
  and password_hash = :oldHash::text
returning id;
