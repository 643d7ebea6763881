-- Keeps the records that a batch is about to change, as they are, and locks them until it has. One row for each, with its key.
insert into former_record (
  county_code, dataset_id, key, replaced_by, run_id, line, content_hash, place_id, grade, place_problem,
  happened_on, amount, operator_id, holder, category, set_aside, whereabouts, lng, lat, cell, fields
)
select
  record.county_code, record.dataset_id, record.key, :runId::int, record.run_id, record.line, record.content_hash, record.place_id,
  record.grade, record.place_problem, record.happened_on, record.amount, record.operator_id, record.holder, record.category,
  record.set_aside, record.whereabouts, record.lng, record.lat, record.cell, record.fields
from record
join unnest(:keys::text[], :contentHashes::text[]) as entry (key, content_hash) on entry.key = record.key
where record.county_code = :countyCode::text
  and record.dataset_id = :datasetId::int
  and record.content_hash <> entry.content_hash
for update of record
on conflict (county_code, dataset_id, replaced_by, key) do nothing
returning key;
