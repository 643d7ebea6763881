-- The address of a dataset with an id, with how many of its records wait or were decided on, and the keys of the first of them; no row when there is none.
select
  county_code                                    as "countyCode",
  btrim(regexp_replace(normalize(whereabouts ->> 'address', nfkc), '[ \t\n\r\f\v]+', ' ', 'g')) as address,
  count(*)::int                                  as records,
  min(place_problem)                             as problem,
  min(score)::float8                             as score,
  (array_agg(key order by key))[1:20]            as keys
from record
where dataset_id = :datasetId::int
  and :allAreas::boolean
  and (:allDatasets::boolean or dataset_id = any(:scopeDatasets::int[]))
  and hashtextextended(county_code || ' ' || btrim(regexp_replace(normalize(whereabouts ->> 'address', nfkc), '[ \t\n\r\f\v]+', ' ', 'g')), 0) = :id::bigint
  and (grade is null or grade = 'reviewed' or score < 0.8)
  and (grade is not null or place_problem like 'address-%')
group by 1, 2
order by 1, 2;
