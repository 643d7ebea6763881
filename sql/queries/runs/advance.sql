-- Writes how far an import has come, in the transaction of the batch it counts. One row.
update import_run
set beat_at    = :now::timestamptz,
    bytes_read = :bytesRead::bigint,
    encoding   = :encoding::text,
    report     = :report::jsonb
where id = :id::int
returning id;
