-- Later imports, not undone, whose files hold rows that some imports brought and that are still as those left them; in order.
with own as (
  select key
  from record
  where county_code = :countyCode::text
    and dataset_id = :datasetId::int
    and run_id = any(:runIds::int[])
),
confirmed as (
  select confirmed_batch.run_id, unnest(confirmed_batch.keys) as key
  from confirmed_batch
  join import_run on import_run.id = confirmed_batch.run_id
  where import_run.dataset_id = :datasetId::int
    and import_run.undone_at is null
    and import_run.id <> all(:runIds::int[])
    and import_run.id > (select min(run_id) from unnest(:runIds::int[]) as asked (run_id))
)
select distinct confirmed.run_id as id
from confirmed
join own on own.key = confirmed.key
order by id;
