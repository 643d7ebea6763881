-- Closes the undoing of imports: done by somebody, or given up with the sentence that says why. One row for each.
update import_run
set undone_at       = :undoneAt::timestamptz,
    undone_by       = :undoneBy::text,
    undo_started_at = case when :undoneAt::timestamptz is null then null else undo_started_at end,
    upload          = case when :undoneAt::timestamptz is null then upload else null end,
    error           = coalesce(:error::text, error)
where id = any(:ids::int[])
returning id;
