-- The areas that records of some cells lie in, with how many, most first.
select
  area.level,
  area.code,
  area.name,
  count(*)::int as records
from record
join place_area on place_area.place_id = record.place_id
join area on area.id = place_area.area_id
where record.dataset_id = :datasetId::int
  and (:allAreas::boolean or record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and record.cell = any(:cells::text[])
  and ((record.happened_on >= :from::date and record.happened_on < :until::date) or (:undated::boolean and record.happened_on is null))
group by area.level, area.code, area.name
order by records desc, area.level, area.code;
