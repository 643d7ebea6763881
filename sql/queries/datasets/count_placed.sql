-- One row per grade in which a dataset has records; grade null is un-placed.
select
  grade,
  count(*)::int                               as records,
  min(happened_on)                            as "firstOn",
  max(happened_on)                            as "lastOn"
from record
where dataset_id = :datasetId::int
  and (:allAreas::boolean or place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
group by grade
order by grade nulls last;
