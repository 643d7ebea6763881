-- Stores a batch of placed entries; keys are distinct within it. One row: how many were new and how many changed. A record
-- whose content is the same keeps its row untouched, so importing a file again writes nothing. Whereabouts and fields come as one
-- JSON text a line (a line break within JSON is written \n), which is cheaper on both sides than arrays of quoted JSON.
with entry as (
  select *
  from unnest(
    :keys::text[], :lines::int[], :contentHashes::text[], :placeIds::int[], :grades::text[], :scores::float4[], :placeProblems::text[],
    :happenedOn::date[], :amounts::numeric[], :operatorIds::int[], :holders::text[], :categories::text[], :setAsides::boolean[],
    string_to_array(:whereabouts::text, E'\n')::jsonb[], :lngs::float8[], :lats::float8[], :cells::text[],
    string_to_array(:fields::text, E'\n')::jsonb[]
  ) as entry (
    key, line, content_hash, place_id, grade, score, place_problem,
    happened_on, amount, operator_id, holder, category, set_aside,
    whereabouts, lng, lat, cell, fields
  )
),
known as (
  select key
  from record
  where county_code = :countyCode::text
    and dataset_id = :datasetId::int
    and key = any(:keys::text[])
),
written as (
  insert into record (
    county_code, dataset_id, key, run_id, line, content_hash, place_id, grade, score, place_problem,
    happened_on, amount, operator_id, holder, category, set_aside, whereabouts, lng, lat, cell, fields
  )
  select
    :countyCode::text, :datasetId::int, key, :runId::int, line, content_hash, place_id, grade, score, place_problem,
    happened_on, amount, operator_id, holder, category, set_aside, whereabouts, lng, lat, cell, fields
  from entry
  on conflict (county_code, dataset_id, key) do update set
    run_id        = excluded.run_id,
    line          = excluded.line,
    content_hash  = excluded.content_hash,
    place_id      = excluded.place_id,
    grade         = excluded.grade,
    score         = excluded.score,
    place_problem = excluded.place_problem,
    happened_on   = excluded.happened_on,
    amount        = excluded.amount,
    operator_id   = excluded.operator_id,
    holder        = excluded.holder,
    category      = excluded.category,
    set_aside     = excluded.set_aside,
    whereabouts   = excluded.whereabouts,
    lng           = excluded.lng,
    lat           = excluded.lat,
    cell          = excluded.cell,
    fields        = excluded.fields
  where record.content_hash <> excluded.content_hash
  returning record.key
)
select
  count(*) filter (where key not in (select known.key from known))::int as stored,
  count(*) filter (where key in (select known.key from known))::int     as updated
from written;
