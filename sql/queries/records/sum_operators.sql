-- One row per operator with judged records in an area or among cells, most records first; at most `limit`.
select
  operator.id,
  operator.name,
  count(*)::int                                              as records,
  sum(record.amount) filter (where record.amount > 0)::float8 as amount,
  count(distinct record.holder_hash)::int                    as holders,
  min(record.happened_on)                                    as "firstOn",
  max(record.happened_on)                                    as "lastOn"
from record
join counted_operator on counted_operator.operator_id = record.operator_id
join operator on operator.id = counted_operator.counts_as_id
where record.dataset_id = :datasetId::int
  and (:allAreas::boolean or record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and not record.set_aside
  and (:areaId::int is null or record.place_id = any(array(select place_id from place_area where area_id = :areaId::int)))
  and (:cells::text[] is null or record.cell = any(:cells::text[]))
  and ((record.happened_on >= :from::date and record.happened_on < :until::date) or (:undated::boolean and record.happened_on is null))
group by operator.id, operator.name
order by records desc, operator.id
limit :limit::int;
