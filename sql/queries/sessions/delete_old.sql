-- Forgets sessions that ended long ago. One row for each.
delete from session
where ends_at < :before::timestamptz
returning id;
