-- One page of the addresses of a dataset that could not be placed surely, those of most records first: `open` without a decision, `decided`
-- with a place, `aside` for good; for those who may see every area, since nobody knows where they lie. `score` is absent where nothing was found.
with live as (
  select distinct on (county_code, address) county_code, address, id, outcome, decided_at
  from address_decision
  where undone_at is null
  order by county_code, address, id desc
),
waiting as (
  select
    county_code,
    btrim(regexp_replace(normalize(whereabouts ->> 'address', nfkc), '[ \t\n\r\f\v]+', ' ', 'g')) as address,
    place_problem,
    score
  from record
  where dataset_id = :datasetId::int
    and :allAreas::boolean
    and (:allDatasets::boolean or dataset_id = any(:scopeDatasets::int[]))
    and (grade is null or grade = 'reviewed' or score < 0.8)
    and (grade is not null or place_problem like 'address-%')
    and whereabouts ->> 'address' is not null
),
counted as (
  select county_code, address, count(*)::int as records, min(place_problem) as problem, min(score)::float8 as score
  from waiting
  group by county_code, address
)
select
  hashtextextended(counted.county_code || ' ' || counted.address, 0)::text as id,
  counted.county_code as "countyCode",
  counted.address,
  counted.records,
  counted.problem,
  counted.score,
  live.id             as "decisionId"
from counted
left join live on live.county_code = counted.county_code and live.address = counted.address
where case :state::text
        when 'open' then live.id is null
        when 'decided' then live.outcome <> 'nowhere'
        else live.outcome = 'nowhere'
      end
order by counted.records desc, counted.county_code, counted.address
limit :limit::int
offset :offset::int;
