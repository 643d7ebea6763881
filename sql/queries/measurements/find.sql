-- The measurement of exactly these terms, whatever its revision; no row when there is none.
select
  id,
  revision,
  measured_at as "measuredAt"
from measurement
where dataset_id = :datasetId::int
  and level = :level::text
  and from_on = :from::date
  and until_on = :until::date
  and weight = :weight::text
  and profile_hash = :profileHash::text
order by id;
