-- Notes that a session was used. One row.
update session
set seen_at = :now::timestamptz
where id = :id::int
returning id;
