-- Marks imports as being undone; one that is marked already stays so. One row for each that ended and is not undone yet.
update import_run
set undo_started_at = coalesce(undo_started_at, :now::timestamptz)
where id = any(:ids::int[])
  and state <> 'running'
  and undone_at is null
returning id;
