-- The next records of a dataset at some addresses of offices, in order of key, with what they say of their place and where they lie. Without
-- `everywhere` only those that wait or were placed by a person, which an index finds.
select
  county_code as "countyCode",
  key,
  whereabouts,
  place_id    as "placeId",
  grade,
  lng,
  lat
from record
where dataset_id = :datasetId::int
  and hashtextextended(county_code || ' ' || btrim(regexp_replace(normalize(whereabouts ->> 'address', nfkc), '[ \t\n\r\f\v]+', ' ', 'g')), 0) = any(:ids::bigint[])
  and (:everywhere::boolean or (grade is null or grade = 'reviewed' or score < 0.8))
  and (county_code, key) > (:afterCounty::text, :afterKey::text)
order by county_code, key
limit :limit::int;
