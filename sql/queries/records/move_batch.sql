-- Moves records to other places. One row for each that moved.
update record
set place_id      = entry.place_id,
    grade         = entry.grade,
    score         = entry.score,
    place_problem = entry.place_problem,
    lng           = entry.lng,
    lat           = entry.lat,
    cell          = entry.cell
from unnest(
  :countyCodes::text[], :keys::text[], :placeIds::int[], :grades::text[], :scores::float4[], :placeProblems::text[], :lngs::float8[], :lats::float8[], :cells::text[]
) as entry (county_code, key, place_id, grade, score, place_problem, lng, lat, cell)
where record.county_code = entry.county_code
  and record.dataset_id = :datasetId::int
  and record.key = entry.key
returning record.key;
