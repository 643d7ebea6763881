-- The next records of a dataset in order of key, with what they say of their place, for placing them again.
select
  county_code as "countyCode",
  key,
  whereabouts,
  place_id    as "placeId"
from record
where dataset_id = :datasetId::int
  and (county_code, key) > (:afterCounty::text, :afterKey::text)
order by county_code, key
limit :limit::int;
