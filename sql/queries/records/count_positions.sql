-- How many records of an area have a position, and how many positions differ. One row.
select
  count(lng)::int                  as positioned,
  count(distinct (lng, lat)) filter (where lng is not null)::int as "distinctPositions"
from record
where dataset_id = :datasetId::int
  and (:allAreas::boolean or place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and place_id in (select place_id from place_area where area_id = :areaId::int)
  and ((happened_on >= :from::date and happened_on < :until::date) or (:undated::boolean and happened_on is null));
