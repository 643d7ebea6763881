-- Gives the next records, in order of key, the content that they had before some imports changed them. One row for each.
with chosen as (
  select county_code, dataset_id, key, replaced_by, run_id, line, content_hash, place_id, grade, place_problem,
    happened_on, amount, operator_id, holder, category, set_aside, whereabouts, lng, lat, cell, fields
  from former_record
  where county_code = :countyCode::text
    and dataset_id = :datasetId::int
    and replaced_by = any(:runIds::int[])
    and key > :afterKey::text
  order by key
  limit :limit::int
),
restored as (
  update record
  set run_id        = chosen.run_id,
      line          = chosen.line,
      content_hash  = chosen.content_hash,
      place_id      = chosen.place_id,
      grade         = chosen.grade,
      place_problem = chosen.place_problem,
      happened_on   = chosen.happened_on,
      amount        = chosen.amount,
      operator_id   = chosen.operator_id,
      holder        = chosen.holder,
      category      = chosen.category,
      set_aside     = chosen.set_aside,
      whereabouts   = chosen.whereabouts,
      lng           = chosen.lng,
      lat           = chosen.lat,
      cell          = chosen.cell,
      fields        = chosen.fields
  from chosen
  where record.county_code = :countyCode::text
    and record.dataset_id = :datasetId::int
    and record.key = chosen.key
    and record.run_id = chosen.replaced_by
  returning record.key
),
forgotten as (
  delete from former_record
  where county_code = :countyCode::text
    and dataset_id = :datasetId::int
    and replaced_by = any(:runIds::int[])
    and key in (select restored.key from restored)
  returning former_record.key
)
select
  restored.key,
  :countyCode::text as "countyCode"
from restored
join forgotten on forgotten.key = restored.key
order by restored.key;
