-- The next records of a dataset in order of key, with what they say of their place, for placing them again. With `boxed`, only
-- those with a position inside the box.
select
  county_code as "countyCode",
  key,
  whereabouts,
  place_id    as "placeId"
from record
where dataset_id = :datasetId::int
  and (county_code, key) > (:afterCounty::text, :afterKey::text)
  and (not :boxed::boolean
    or (lng between :west::float8 and :east::float8 and lat between :south::float8 and :north::float8))
order by county_code, key
limit :limit::int;
