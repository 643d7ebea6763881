-- The next rows of a former import's file that the newer file lacks, in order of key, with the line they last stood on.
with former as (
  select key from record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = :formerId::int
  union
  select key from former_record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = :formerId::int
  union
  select unnest(keys) from confirmed_batch where run_id = :formerId::int
),
held as (
  select key from record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = any(:runIds::int[])
  union
  select key from former_record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = any(:runIds::int[])
  union
  select unnest(keys) from confirmed_batch where run_id = any(:runIds::int[])
),
lacking as (
  select key from former
  except
  select key from held
)
select record.key, record.line
from lacking
join record on record.key = lacking.key
where record.county_code = :countyCode::text
  and record.dataset_id = :datasetId::int
  and record.key > :afterKey::text
  and :allAreas::boolean
  and (:allDatasets::boolean or :datasetId::int = any(:scopeDatasets::int[]))
order by record.key
limit :limit::int;
