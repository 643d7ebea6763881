-- The next rows that an import added, in order of key.
with replaced as (
  select key from former_record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and replaced_by = any(:runIds::int[])
),
stored as (
  select key, line from record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = any(:runIds::int[])
  union
  select key, line from former_record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = any(:runIds::int[])
)
select key, line
from stored
where key > :afterKey::text
  and key not in (select replaced.key from replaced)
  and :allAreas::boolean
  and (:allDatasets::boolean or :datasetId::int = any(:scopeDatasets::int[]))
order by key
limit :limit::int;
