-- Takes back one attempt that turned out not to be a failure, or all failures. One row per key.
update sign_in_count
set failures = case when key = any(:forgiven::text[]) then 0 else greatest(failures - 1, 0) end,
    open_at  = :now::timestamptz
where key = any(:keys::text[])
returning key;
