-- Replaces a password. One row.
update account
set password_hash      = :passwordHash::text,
    password_set_at    = :now::timestamptz,
    password_temporary = :temporary::boolean
where id = :id::int
returning id;
