-- Drops what is forgotten anyway. One row per key.
delete from sign_in_count
where forget_at < :now::timestamptz
returning key;
