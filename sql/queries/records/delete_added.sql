-- Takes away the next records, in order of key, that some imports added; what they changed was restored before. One row: how many, and the last key looked at, null at the end.
with chosen as (
  select key
  from record
  where county_code = :countyCode::text
    and dataset_id = :datasetId::int
    and run_id = any(:runIds::int[])
    and key > :afterKey::text
  order by key
  limit :limit::int
),
gone as (
  delete from record
  where county_code = :countyCode::text
    and dataset_id = :datasetId::int
    and run_id = any(:runIds::int[])
    and key in (select chosen.key from chosen)
  returning key
)
select
  (select count(*) from gone)::int as removed,
  (select max(key) from chosen)    as "lastKey";
