-- One row per month with records in an area: all of them, and those of one operator. Undated records are in no month.
select
  date_trunc('month', happened_on)::date                                as month,
  count(*)::int                                                         as records,
  count(*) filter (where counted_operator.counts_as_id = :operatorId::int and not set_aside)::int as "topRecords"
from record
left join counted_operator on counted_operator.operator_id = record.operator_id
where dataset_id = :datasetId::int
  and (:allAreas::boolean or place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and place_id in (select place_id from place_area where area_id = :areaId::int)
  and happened_on is not null
  and happened_on >= :from::date
  and happened_on < :until::date
group by month
order by month;
