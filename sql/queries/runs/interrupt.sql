-- Marks imports whose process is gone. One row for each that was still marked as running.
update import_run
set state    = 'interrupted',
    ended_at = :now::timestamptz
where state = 'running'
  and id = any(:ids::int[])
returning id;
