-- The indicators of a measurement as JSON text, in order of code; of some areas, in full, when they are named. In the list of all,
-- the areas that nobody is told to look at come in brief: without the parts of their verdict, which are most of the bytes.
select
  area_indicator.area_id as "areaId",
  case
    when :areaIds::int[] is null then coalesce(area_indicator.brief, area_indicator.indicators)::text
    else area_indicator.indicators::text
  end                    as indicators
from area_indicator
join area on area.id = area_indicator.area_id
where area_indicator.measurement_id = :measurementId::int
  and (:allAreas::boolean or area.id = any(array(select area_id from area_within where superior_id = any(:scopeAreas::int[]))))
  and (:areaIds::int[] is null or area_indicator.area_id = any(:areaIds::int[]))
order by area.code;
