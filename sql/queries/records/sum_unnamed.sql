-- One row per name that names nobody (null: none was written) among the records of an area or of cells that are not set aside, most
-- records first; at most `limit`.
select
  operator.name,
  count(*)::int as records
from record
left join counted_operator on counted_operator.operator_id = record.operator_id
left join operator on operator.id = record.operator_id
where record.dataset_id = :datasetId::int
  and (:allAreas::boolean or record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and not record.set_aside
  and counted_operator.counts_as_id is null
  and (:areaId::int is null or record.place_id = any(array(select place_id from place_area where area_id = :areaId::int)))
  and (:cells::text[] is null or record.cell = any(:cells::text[]))
  and ((record.happened_on >= :from::date and record.happened_on < :until::date) or (:undated::boolean and record.happened_on is null))
group by operator.name
order by records desc, operator.name
limit :limit::int;
