-- One page of the records that match, in the order asked for; ties by key. `operator` is the name as written, `operatorId` the operator
-- that it counts as; `countsAs` names that one where it is another.
select
  record.id,
  record.key,
  record.happened_on   as "happenedOn",
  record.amount::float8 as amount,
  counted_operator.counts_as_id as "operatorId",
  operator.name        as operator,
  case when counted_operator.counts_as_id <> record.operator_id then counted.name end as "countsAs",
  record.holder,
  record.category,
  record.whereabouts,
  record.grade,
  record.score::float8 as score,
  record.lng,
  record.lat,
  record.cell,
  record.fields,
  import_source.file_name as "fileName",
  record.line
from record
join import_source on import_source.id = record.run_id
left join operator on operator.id = record.operator_id
left join counted_operator on counted_operator.operator_id = record.operator_id
left join operator as counted on counted.id = counted_operator.counts_as_id
where record.dataset_id = :datasetId::int
  and (:allAreas::boolean or record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and (:areaId::int is null or record.place_id = any(array(select place_id from place_area where area_id = :areaId::int)))
  and (:operatorId::int is null or record.operator_id = any(array(select operator_id from counted_operator where counts_as_id = :operatorId::int)))
  and (:cells::text[] is null or record.cell = any(:cells::text[]))
  and (:keys::text[] is null or record.key = any(:keys::text[]))
  and (not :unplacedOnly::boolean or record.grade is null)
  and ((record.happened_on >= :from::date and record.happened_on < :until::date) or (:undated::boolean and record.happened_on is null))
order by
  case when :sort::text = 'date' and not :descending::boolean then record.happened_on end,
  case when :sort::text = 'date' and :descending::boolean then record.happened_on end desc nulls last,
  case when :sort::text = 'amount' and not :descending::boolean then record.amount end,
  case when :sort::text = 'amount' and :descending::boolean then record.amount end desc nulls last,
  case when :sort::text = 'operator' and not :descending::boolean then operator.name end,
  case when :sort::text = 'operator' and :descending::boolean then operator.name end desc nulls last,
  case when :sort::text = 'key' and :descending::boolean then record.key end desc,
  record.key
limit :limit::int
offset :offset::int;
