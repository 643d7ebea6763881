-- The next rows that an import changed, in order of key, as they were before and as the import left them.
with before as (
  select key, happened_on, amount, operator_id, holder, category, whereabouts, fields
  from former_record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and replaced_by = any(:runIds::int[])
    and key > :afterKey::text
  order by key
  limit :limit::int
),
after as (
  select key, line, happened_on, amount, operator_id, holder, category, whereabouts, fields
  from record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = any(:runIds::int[])
  union all
  select key, line, happened_on, amount, operator_id, holder, category, whereabouts, fields
  from former_record
  where county_code = :countyCode::text and dataset_id = :datasetId::int and run_id = any(:runIds::int[])
    and replaced_by <> all(:runIds::int[])
)
select
  after.key,
  after.line,
  jsonb_build_object(
    'happenedOn', before.happened_on, 'amount', before.amount, 'operator', operator_before.name, 'holder', before.holder,
    'category', before.category, 'whereabouts', before.whereabouts, 'fields', before.fields
  ) as before,
  jsonb_build_object(
    'happenedOn', after.happened_on, 'amount', after.amount, 'operator', operator_after.name, 'holder', after.holder,
    'category', after.category, 'whereabouts', after.whereabouts, 'fields', after.fields
  ) as after
from before
join after on after.key = before.key
left join operator as operator_before on operator_before.id = before.operator_id
left join operator as operator_after on operator_after.id = after.operator_id
where :allAreas::boolean
  and (:allDatasets::boolean or :datasetId::int = any(:scopeDatasets::int[]))
order by after.key;
