-- Forgets which rows undone imports had found there already. One row for each batch.
delete from confirmed_batch
where run_id = any(:runIds::int[])
returning run_id as "runId";
