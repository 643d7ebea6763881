-- How many addresses of a dataset, and records at them, await a decision, have a place by one, or were put aside; and how many of the decisions were made
-- since a moment. One row.
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
  count(*) filter (where live.id is null)::int                                                        as "openAddresses",
  coalesce(sum(counted.records) filter (where live.id is null), 0)::int                               as "openRecords",
  count(*) filter (where live.outcome <> 'nowhere')::int                                              as "decidedAddresses",
  coalesce(sum(counted.records) filter (where live.outcome <> 'nowhere'), 0)::int                     as "decidedRecords",
  count(*) filter (where live.outcome = 'nowhere')::int                                               as "asideAddresses",
  coalesce(sum(counted.records) filter (where live.outcome = 'nowhere'), 0)::int                      as "asideRecords",
  count(*) filter (where live.decided_at >= :since::timestamptz)::int                                 as "decidedSince"
from counted
left join live on live.county_code = counted.county_code and live.address = counted.address;
