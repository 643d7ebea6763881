-- How many areas of a measurement are in each tier. Tiers without areas are absent.
select tier, count(*)::int as areas
from area_indicator
where measurement_id = :measurementId::int
  and (:allAreas::boolean or area_id = any(array(select area_id from area_within where superior_id = any(:scopeAreas::int[]))))
group by tier
order by tier;
