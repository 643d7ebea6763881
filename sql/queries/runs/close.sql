-- Ends an import. One row, unless it was ended before.
update import_run
set state       = :state::text,
    ended_at    = :now::timestamptz,
    beat_at     = :now::timestamptz,
    bytes_read  = :bytesRead::bigint,
    file_sha256 = :fileSha256::text,
    report      = :report::jsonb,
    error       = :error::text
where id = :id::int
  and state = 'running'
returning id;
