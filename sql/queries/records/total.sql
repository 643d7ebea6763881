-- What a dataset holds in the period, placed or not; `outside` are records in no area of the level. One row.
select
  count(*)::int                                               as records,
  sum(record.amount)::float8                                  as amount,
  count(distinct counted_operator.counts_as_id)::int          as operators,
  count(*) filter (where place_area.area_id is null)::int     as outside,
  count(*) filter (where record.grade is null)::int           as unplaced,
  count(*) filter (where record.happened_on is null)::int     as undated
from record
left join counted_operator on counted_operator.operator_id = record.operator_id
left join place_area on place_area.place_id = record.place_id and place_area.level = :level::text
where record.dataset_id = :datasetId::int
  and (:allAreas::boolean or record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and ((record.happened_on >= :from::date and record.happened_on < :until::date) or (:undated::boolean and record.happened_on is null));
