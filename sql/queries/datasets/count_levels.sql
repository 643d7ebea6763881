-- One row per level on which records of a dataset lie, with how many.
select place_area.level, count(*)::int as records
from record
join place_area on place_area.place_id = record.place_id
where record.dataset_id = :datasetId::int
  and (:allAreas::boolean or record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
group by place_area.level
order by place_area.level;
