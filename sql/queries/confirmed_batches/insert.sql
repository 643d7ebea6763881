-- Keeps the keys of a batch that held rows which were there already. One row.
insert into confirmed_batch (run_id, first_line, keys)
values (:runId::int, :firstLine::int, :keys::text[])
on conflict (run_id, first_line) do nothing
returning first_line as "firstLine";
