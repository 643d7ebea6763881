-- How the records of an area were placed. One row per grade.
select
  grade,
  count(*)::int as records
from record
where dataset_id = :datasetId::int
  and (:allAreas::boolean or place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and place_id in (select place_id from place_area where area_id = :areaId::int)
  and ((happened_on >= :from::date and happened_on < :until::date) or (:undated::boolean and happened_on is null))
group by grade
order by grade;
