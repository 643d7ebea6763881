-- How many records match; one row.
select count(*)::int as total
from record
where record.dataset_id = :datasetId::int
  and (:allAreas::boolean or record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and (:areaId::int is null or record.place_id = any(array(select place_id from place_area where area_id = :areaId::int)))
  and (:operatorId::int is null or record.operator_id = any(array(select operator_id from counted_operator where counts_as_id = :operatorId::int)))
  and (:cells::text[] is null or record.cell = any(:cells::text[]))
  and (not :unplacedOnly::boolean or record.grade is null)
  and ((record.happened_on >= :from::date and record.happened_on < :until::date) or (:undated::boolean and record.happened_on is null));
