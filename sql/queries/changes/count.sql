-- How the file of an import differs from what was there before: one row. `missing` counts the rows of the former import's file that
-- the newer one lacks; none of them is deleted. Zero where there is no former import.
with stored as (
  select key from record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = any(:runIds::int[])
  union
  select key from former_record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = any(:runIds::int[])
),
replaced as (
  select distinct key from former_record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and replaced_by = any(:runIds::int[])
),
held as (
  select key from stored
  union
  select unnest(keys) from confirmed_batch where run_id = any(:runIds::int[])
),
former as (
  select key from record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = :formerId::int
  union
  select key from former_record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = :formerId::int
  union
  select unnest(keys) from confirmed_batch where run_id = :formerId::int
),
counts as (
  select 'stored' as name, count(*) as rows from stored
  union all select 'changed', count(*) from replaced
  union all select 'held', count(*) from held
  union all select 'missing', count(*) from (select key from former except select key from held) as lacking
)
select
  (max(rows) filter (where name = 'stored') - max(rows) filter (where name = 'changed'))::int as added,
  max(rows) filter (where name = 'changed')::int                                              as changed,
  (max(rows) filter (where name = 'held') - max(rows) filter (where name = 'stored'))::int    as unchanged,
  max(rows) filter (where name = 'missing')::int                                              as missing
from counts
where :allAreas::boolean
  and (:allDatasets::boolean or :datasetId::int = any(:scopeDatasets::int[]));
