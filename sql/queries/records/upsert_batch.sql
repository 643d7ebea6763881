-- Stores placed entries that are new or changed, their keys distinct. One row: how many were written. Whoever stores holds the
-- dataset's row, so that nobody else stores the same keys meanwhile.
with written as (
  insert into record (
    county_code, dataset_id, key, run_id, line, content_hash, place_id, grade, score, place_problem,
    happened_on, amount, operator_id, holder, category, set_aside, whereabouts, lng, lat, cell, fields
  )
  select
    :countyCode::text, :datasetId::int, key, :runId::int, line, content_hash, place_id, grade, score, place_problem,
    happened_on, amount::numeric, operator_id, holder, category, set_aside, whereabouts, lng, lat, cell, fields
  from unnest(
    :keys::text[], :lines::int[], :contentHashes::text[], :placeIds::int[], :grades::text[], :scores::float8[], :placeProblems::text[],
    :happenedOn::date[], :amounts::text[], :operatorIds::int[], :holders::text[], :categories::text[], :setAsides::boolean[],
    :whereabouts::jsonb[], :lngs::float8[], :lats::float8[], :cells::text[], :fields::jsonb[]
  ) as entry (
    key, line, content_hash, place_id, grade, score, place_problem,
    happened_on, amount, operator_id, holder, category, set_aside,
    whereabouts, lng, lat, cell, fields
  )
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
  returning 1
)
select count(*)::int as written
from written;
